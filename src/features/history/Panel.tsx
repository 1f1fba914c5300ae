/** The versions of this workshop on this device: keep this moment, look back, bring back. */
import { Download, History, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Result } from '../../shared/result.ts'
import type { CheckpointEntry } from '../../storage/checkpoints.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { showToast } from '../../ui/toastStore.ts'
import type { HistoryTools } from './historyTools.ts'
import { keepAs } from './keepAs.ts'
import { NameForm } from './NameForm.tsx'
import { useVersions } from './useVersions.ts'
import { VersionDialog } from './VersionDialog.tsx'
import { VersionRow } from './VersionRow.tsx'
import './History.css'

/** Each is read and drawn, so not all at once. */
const PAGE = 12

export interface HistoryPanelProps {
  readonly tools: HistoryTools
  readonly onClose: () => void
}

export function HistoryPanel({ tools, onClose }: HistoryPanelProps) {
  const t = useTranslate()
  const [shown, setShown] = useState(PAGE)
  const [looking, setLooking] = useState<CheckpointEntry | null>(null)
  const { entries, failure, facts, refresh } = useVersions(tools, shown)
  const name = async (id: number, to: string) => {
    sayWhenFailed(await tools.name(id, to))
    refresh()
  }
  const sayWhenFailed = (result: Result<void, StorageFailure>) => {
    if (result.ok) return
    showToast(t('history.failed', { reason: tools.reasonOf(result.error) }), { tone: 'error' })
  }
  const rest = (entries?.length ?? 0) - shown
  return (
    <Sheet title={t('history.title')} onClose={onClose} takeFocus>
      <p className="et-field__hint">{t('history.hint')}</p>
      <KeepNow tools={tools} onKept={refresh} />
      {failure === null ? null : (
        <p role="alert">{t('history.failed', { reason: tools.reasonOf(failure) })}</p>
      )}
      {entries === null && failure === null ? <Loading label={t('history.loading')} /> : null}
      {entries?.length === 0 ? (
        <EmptyState icon={<History />} title={t('history.emptyTitle')}>
          <p>{t('history.emptyText')}</p>
        </EmptyState>
      ) : null}
      <ul className="et-versions">
        {(entries ?? []).slice(0, shown).map((entry, index) => (
          <VersionRow
            key={entry.id}
            entry={entry}
            isNewest={index === 0}
            facts={facts.get(entry.id)}
            onLook={() => setLooking(entry)}
            onName={(to) => void name(entry.id, to)}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          {t('history.more', { n: Math.min(rest, PAGE) })}
        </Button>
      ) : null}
      {(entries?.length ?? 0) > 0 ? <SaveFile onSave={tools.saveFile} /> : null}
      {looking === null ? null : (
        <VersionDialog
          entry={looking}
          tools={tools}
          onClose={() => {
            setLooking(null)
            refresh()
          }}
        />
      )}
    </Sheet>
  )
}

function SaveFile({ onSave }: { readonly onSave: () => void }) {
  const t = useTranslate()
  return (
    <Button icon={<Download />} onClick={onSave}>
      {t('history.saveFile')}
    </Button>
  )
}

interface KeepNowProps {
  readonly tools: HistoryTools
  readonly onKept: () => void
}

function KeepNow({ tools, onKept }: KeepNowProps) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const keep = async (name: string) => {
    setOpen(false)
    const kept = await keepAs(tools, name)
    if (kept.ok) showToast(t('history.kept', { name }))
    else showToast(t('history.failed', { reason: tools.reasonOf(kept.error) }), { tone: 'error' })
    onKept()
  }
  return isOpen ? (
    <NameForm initial="" onDone={(name) => void keep(name)} />
  ) : (
    <Button icon={<Plus />} onClick={() => setOpen(true)}>
      {t('history.keepNow')}
    </Button>
  )
}
