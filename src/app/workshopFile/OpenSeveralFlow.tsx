/** Opening several workshop files at once, or a zip of everything: looked at first, then taken in one after the other. */
import { type ArchiveRow, OpenSeveralDialog } from '../../features/deviceArchive/OpenSeveralDialog.tsx'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { sourceText } from './sourceText.ts'
import { isTakeable, type SourceRow, useSources } from './useSources.ts'

export interface OpenSeveralFlowProps {
  readonly files: readonly File[]
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

export function OpenSeveralFlow({ files, onClose, onDone }: OpenSeveralFlowProps) {
  const t = useTranslate()
  const { rows, phase, done, takeAll } = useSources(files)
  const only = onlyWorkshop(rows)
  return (
    <OpenSeveralDialog
      isOneFile={files.length === 1}
      rows={rows.map((row) => rowOf(t, row, rows))}
      phase={phase}
      done={done}
      takeable={rows.filter(({ state }) => isTakeable(state)).length}
      onTakeAll={takeAll}
      onOpen={only === null ? null : () => onDone(only)}
      onClose={onClose}
    />
  )
}

function rowOf(t: Translate, { source, state }: SourceRow, rows: readonly SourceRow[]): ArchiveRow {
  const { name } = source
  if (state === null) return { name, status: '…', isBad: false }
  const isBad = state.kind === 'problem' || state.kind === 'device'
  return { name, status: sourceText(t, state, firstOfSame(rows, source, state)), isBad }
}

function firstOfSame(
  rows: readonly SourceRow[],
  source: SourceRow['source'],
  state: NonNullable<SourceRow['state']>,
): string | null {
  if (state.kind !== 'new') return null
  const first = rows.find((row) => row.state?.kind === 'new' && row.state.workshopId === state.workshopId)
  return first === undefined || first.source === source ? null : first.source.name
}

/** The one that all of them were taken into; null when there are several, or none. */
function onlyWorkshop(rows: readonly SourceRow[]): string | null {
  const taken = new Set(rows.flatMap(({ state }) => (state?.kind === 'taken' ? [state.workshopId] : [])))
  const [only] = taken
  return taken.size === 1 ? (only ?? null) : null
}
