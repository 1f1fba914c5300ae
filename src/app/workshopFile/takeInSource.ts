/**
 * Workshop files that are opened together, first looked at and then taken in, one after the other: new ones are kept,
 * those that are here are merged. One that is damaged holds up none of the others.
 */
import type { KindChanges } from '../../exchange/workshopFile/compareWorkshops.ts'
import type { WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import type { ReasonCode } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import { examineFile } from './examineFile.ts'
import { keepFile, mergeFile } from './takeInFile.ts'
import type { WorkshopSource } from './workshopSources.ts'

/** How many records merging would add, change, bin and bring back. */
export type ChangeCounts = Omit<KindChanges, 'kind'>

export type SourceState =
  | { readonly kind: 'new'; readonly workshopId: string }
  /** It is here already, or comes in before with another of these files; `pictures` are not here. */
  | { readonly kind: 'here'; readonly changes: ChangeCounts; readonly pictures: number }
  /** It is in the bin, unopened: taking it in takes it out. */
  | { readonly kind: 'binned' }
  | { readonly kind: 'same' }
  | { readonly kind: 'problem'; readonly problem: WorkshopFileProblem | null }
  | { readonly kind: 'device'; readonly code: ReasonCode }
  | { readonly kind: 'taken'; readonly workshopId: string }

/** Changes nothing. */
export async function lookAt(services: AppServices, source: WorkshopSource): Promise<SourceState> {
  const examined = await examine(services, source)
  switch (examined.kind) {
    case 'new':
      return { kind: 'new', workshopId: examined.file.workshopId }
    case 'here': {
      const { preview, newMedia } = examined
      if (preview === null) return { kind: 'binned' }
      if (!preview.bringsChanges && newMedia === 0) return { kind: 'same' }
      return { kind: 'here', changes: sumOf(preview.changes), pictures: newMedia }
    }
    case 'problems':
      return { kind: 'problem', problem: examined.problems[0] ?? null }
    case 'unreadable':
      return { kind: 'problem', problem: null }
    case 'deviceFailed':
      return { kind: 'device', code: examined.failure.code }
  }
}

/** What was read before is read again: together they may be larger than the memory. */
export async function takeIn(services: AppServices, source: WorkshopSource): Promise<SourceState> {
  const examined = await examine(services, source)
  if (examined.kind !== 'new' && examined.kind !== 'here') return lookAt(services, source)
  const take = examined.kind === 'new' ? keepFile : mergeFile
  const taken = await take(services, examined.file)
  return taken.ok ? { kind: 'taken', workshopId: taken.value } : { kind: 'device', code: taken.error.code }
}

async function examine(services: AppServices, source: WorkshopSource) {
  const file = await source.read()
  if (!file.ok) return { kind: 'problems', problems: [file.error], salvage: null } as const
  const { signal } = new AbortController()
  return examineFile(services, file.value, { signal })
}

function sumOf(changes: readonly KindChanges[]): ChangeCounts {
  const sum = { added: 0, changed: 0, binned: 0, restored: 0 }
  for (const { added, changed, binned, restored } of changes) {
    sum.added += added
    sum.changed += changed
    sum.binned += binned
    sum.restored += restored
  }
  return sum
}
