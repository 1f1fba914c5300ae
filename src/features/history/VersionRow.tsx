/** One version in the list: what it looked like, when it was, how much changed and with whom; look at it, name it. */
import { Eye, Tag } from 'lucide-react'
import { useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { VersionChanges } from '../../model/select/versionChanges.ts'
import type { CheckpointEntry } from '../../storage/checkpoints.ts'
import { Button } from '../../ui/Button.tsx'
import { formatTime } from '../../ui/formatWhen.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NameForm } from './NameForm.tsx'
import type { VersionFacts } from './versionFacts.ts'

export interface VersionRowProps {
  readonly entry: CheckpointEntry
  readonly isNewest: boolean
  /** Undefined while it is read. */
  readonly facts: VersionFacts | undefined
  readonly onLook: () => void
  readonly onName: (name: string) => void
}

export function VersionRow({ entry, isNewest, facts, onLook, onName }: VersionRowProps) {
  const t = useTranslate()
  const locale = useLocale()
  const [isNaming, setNaming] = useState(false)
  const when = formatTime(locale, entry.at)
  const picture = facts?.state === 'read' ? facts.picture : null
  return (
    <li className="et-version">
      {picture === null ? (
        <span className="et-version__picture" aria-hidden="true" />
      ) : (
        <img className="et-version__picture" src={picture} alt="" />
      )}
      <div className="et-version__facts">
        {entry.name === null ? null : <strong className="et-version__name">{entry.name}</strong>}
        <span>
          <time dateTime={new Date(entry.at).toISOString()}>{when}</time>
          {isNewest ? ` · ${t('history.newest')}` : null}
        </span>
        <span className="et-version__changes">
          {facts === undefined ? null : facts.state === 'unreadable' ? (
            t('history.unreadable')
          ) : (
            <ChangesText changes={facts.changes} />
          )}
        </span>
        <div className="et-row">
          <Button icon={<Eye />} aria-label={t('history.lookAt', { when })} onClick={onLook}>
            {t('history.look')}
          </Button>
          <IconButton
            label={entry.name === null ? t('history.rename') : t('history.renameNamed', { name: entry.name })}
            icon={<Tag />}
            aria-expanded={isNaming}
            onClick={() => setNaming((open) => !open)}
          />
        </div>
        {isNaming ? (
          <NameForm
            initial={entry.name ?? ''}
            mayBeEmpty
            onDone={(name) => {
              setNaming(false)
              onName(name)
            }}
          />
        ) : null}
      </div>
    </li>
  )
}

function ChangesText({ changes }: { readonly changes: VersionChanges | null }) {
  const t = useTranslate()
  const names = useSnapshot((snapshot) =>
    (changes?.personIds ?? [])
      .flatMap((id) => snapshot.persons.get(standsFor(snapshot, 'persons', id))?.name ?? [])
      .join(', '),
  )
  if (changes === null) return t('history.first')
  const { added, changed, removed } = changes
  if (added + changed + removed === 0) return t('history.unchanged')
  const parts = [
    added > 0 ? t('history.added', { n: added }) : null,
    changed > 0 ? t('history.changed', { n: changed }) : null,
    removed > 0 ? t('history.removed', { n: removed }) : null,
    names === '' ? null : t('history.by', { names }),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
