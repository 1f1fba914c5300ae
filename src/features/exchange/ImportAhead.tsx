/** What an import would do: counted, then change by change, then what has no place. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { ImportTroubles } from './ImportTroubles.tsx'
import type { Ahead, ChangeLine } from './importTools.ts'
import './ImportTroubles.css'

export interface ImportAheadProps {
  readonly name: string
  readonly ahead: Ahead
  readonly takesChanges: boolean
  readonly onTakesChanges: (takes: boolean) => void
}

export function ImportAhead({ name, ahead, takesChanges, onTakesChanges }: ImportAheadProps) {
  const t = useTranslate()
  const { counts, changes, unchanged, binned, notices, unplaced } = ahead
  const hasChanges = counts.some(({ changed }) => changed > 0)
  return (
    <div className="et-stack">
      <p>{t('importDialog.aheadText', { name })}</p>
      {counts.length === 0 ? <Callout>{t('importDialog.nothingNew')}</Callout> : <Counts ahead={ahead} />}
      {unchanged > 0 ? <p>{t('importDialog.unchanged', { n: unchanged })}</p> : null}
      {binned > 0 ? <p>{t('importDialog.binned', { n: binned })}</p> : null}
      {hasChanges ? (
        <SwitchField label={t('importDialog.takeChanges')} checked={takesChanges} onChange={onTakesChanges} />
      ) : null}
      {hasChanges && takesChanges ? <Changes changes={changes} /> : null}
      {unplaced.length > 0 ? (
        <>
          <Callout tone="warning" title={t('importDialog.unplaced', { n: unplaced.length })} />
          <ImportTroubles troubles={unplaced} />
        </>
      ) : null}
      {notices.length > 0 ? <ImportTroubles troubles={notices} /> : null}
    </div>
  )
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <div className="et-import-table">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Counts({ ahead }: { readonly ahead: Ahead }) {
  const t = useTranslate()
  return (
    <Table
      heads={[t('workshopFile.mergeKind'), t('workshopFile.mergeAdded'), t('workshopFile.mergeChanged')]}
    >
      {ahead.counts.map(({ label, created, changed }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td className="et-import-table__count">{created === 0 ? '–' : created}</td>
          <td className="et-import-table__count">{changed === 0 ? '–' : changed}</td>
        </tr>
      ))}
    </Table>
  )
}

function Changes({ changes }: { readonly changes: readonly ChangeLine[] }) {
  const t = useTranslate()
  return (
    <Table heads={[t('workshopFile.mergeKind'), t('importDialog.before'), t('importDialog.after')]}>
      {changes.map(({ label, name, before, after }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a list that is shown once and never changes
        <tr key={index}>
          <th scope="row">{name === before ? label : `${label}: ${name}`}</th>
          <td>{before}</td>
          <td>{after}</td>
        </tr>
      ))}
    </Table>
  )
}
