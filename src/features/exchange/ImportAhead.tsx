/** What an import would do: counted, then change by change, then what has no place. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { ImportTroubles } from './ImportTroubles.tsx'
import type { AheadStep } from './importSteps.ts'
import type { Ahead, ChangeLine, ImportDecision, MissingLine } from './importTools.ts'
import './ImportTroubles.css'

export interface ImportAheadProps {
  readonly step: AheadStep
  readonly decision: ImportDecision
  readonly onDecision: (decision: ImportDecision) => void
}

export function ImportAhead({ step, decision, onDecision }: ImportAheadProps) {
  const t = useTranslate()
  const { name, target, ahead } = step
  const { counts, unchanged, binned, notices, unplaced } = ahead
  const isNew = target === 'new'
  return (
    <>
      <p>{t(isNew ? 'importDialog.aheadNew' : 'importDialog.aheadText', { name })}</p>
      {counts.length === 0 ? <Callout>{t('importDialog.nothingNew')}</Callout> : <Counts ahead={ahead} />}
      {unchanged > 0 && !isNew ? <p>{t('importDialog.unchanged', { n: unchanged })}</p> : null}
      {binned > 0 ? <p>{t('importDialog.binned', { n: binned })}</p> : null}
      <Decisions ahead={ahead} decision={decision} onDecision={onDecision} />
      {unplaced.length > 0 ? (
        <>
          <Callout tone="warning" title={t('importDialog.unplaced', { n: unplaced.length })} />
          <ImportTroubles troubles={unplaced} />
        </>
      ) : null}
      {notices.length > 0 ? <ImportTroubles troubles={notices} /> : null}
    </>
  )
}

/** What differs and what is missing, with what is to become of it. */
function Decisions({
  ahead: { counts, changes, missing },
  decision,
  onDecision,
}: Pick<ImportAheadProps, 'decision' | 'onDecision'> & { readonly ahead: Ahead }) {
  const t = useTranslate()
  const { takeChanges, binMissing } = decision
  const hasChanges = counts.some(({ changed }) => changed > 0)
  return (
    <>
      {hasChanges ? (
        <SwitchField
          label={t('importDialog.takeChanges')}
          checked={takeChanges}
          onChange={(takes) => onDecision({ ...decision, takeChanges: takes })}
        />
      ) : null}
      {hasChanges && takeChanges ? <Changes changes={changes} /> : null}
      {missing.length > 0 ? (
        <>
          <p>{t('importDialog.missing', { n: missing.length })}</p>
          <Missing missing={missing} />
          <SwitchField
            label={t('importDialog.binMissing')}
            checked={binMissing}
            onChange={(bins) => onDecision({ ...decision, binMissing: bins })}
          />
        </>
      ) : null}
    </>
  )
}

const MOST_MISSING = 100

function Missing({ missing }: { readonly missing: readonly MissingLine[] }) {
  const t = useTranslate()
  const more = missing.length - MOST_MISSING
  return (
    <>
      <Table heads={[t('workshopFile.mergeKind'), t('importDialog.now')]}>
        {missing.slice(0, MOST_MISSING).map(({ label, name }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that is shown once and never changes
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>{name}</td>
          </tr>
        ))}
      </Table>
      {more > 0 ? <p>{t('importDialog.more', { n: more })}</p> : null}
    </>
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
    <Table heads={[t('workshopFile.mergeKind'), t('importDialog.now'), t('importDialog.after')]}>
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
