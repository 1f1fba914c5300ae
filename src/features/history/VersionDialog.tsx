/** An earlier state, large and read-only, with the way to bring it back. */
import { ArchiveRestore } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { readVersion } from '../../model/readVersion.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { CheckpointEntry } from '../../storage/checkpoints.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatTime } from '../../ui/formatWhen.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { HistoryTools } from './historyTools.ts'
import { useRestore } from './useRestore.ts'

export interface VersionDialogProps {
  readonly entry: CheckpointEntry
  readonly tools: HistoryTools
  readonly onClose: () => void
}

export function VersionDialog({ entry, tools, onClose }: VersionDialogProps) {
  const t = useTranslate()
  const locale = useLocale()
  const mayWrite = useMayWrite()
  // The same convention as for locked lanes: who leads the workshop decides for everybody.
  const mayRestore = useMayWrite('stage') && mayWrite
  const { version, problem } = useVersion(entry.id, tools)
  const restore = useRestore(tools)
  const bringBack = async () => {
    if (version !== null && (await restore(version.snapshot()))) onClose()
  }
  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={t('history.viewTitle', { when: formatTime(locale, entry.at) })}
      description={t('history.viewHint')}
      footer={
        mayRestore ? (
          <>
            <p className="et-field__hint">{t('history.restoreHint')}</p>
            <Button
              tone="primary"
              icon={<ArchiveRestore />}
              disabled={version === null}
              onClick={() => void bringBack()}
            >
              {t('history.restore')}
            </Button>
          </>
        ) : (
          <p className="et-field__hint">{t('history.moderatorOnly')}</p>
        )
      }
    >
      <div className="et-version__map">
        {problem === null ? (
          version === null ? (
            <Loading label={t('history.loading')} />
          ) : (
            tools.renderMap(version)
          )
        ) : (
          <p>{t('history.failed', { reason: problem })}</p>
        )}
      </div>
    </Dialog>
  )
}

function useVersion(id: number, tools: HistoryTools) {
  const [version, setVersion] = useState<WorkshopDocument | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let opened: WorkshopDocument | null = null
    let left = false
    void tools.read(id).then((state) => {
      if (left) return
      if (!state.ok) return setProblem(tools.reasonOf(state.error))
      opened = readVersion(state.value)
      setVersion(opened)
    })
    return () => {
      left = true
      opened?.destroy()
    }
  }, [id, tools])
  return { version, problem }
}
