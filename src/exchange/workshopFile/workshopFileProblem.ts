/**
 * What can be wrong with a workshop file, as data; the words are in the `workshopFile` namespace of i18n. Whatever it
 * is, nothing was changed when it is reported.
 */
export type WorkshopFileProblemCode =
  | 'cancelled'
  | 'foreign'
  | 'cutOff'
  | 'fileTooLarge'
  | 'tooManyEntries'
  | 'unsafeEntry'
  | 'bomb'
  | 'entryTooLarge'
  | 'totalTooLarge'
  | 'manifestMissing'
  | 'manifestDamaged'
  | 'manifestUnsafe'
  | 'futureVersion'
  | 'entryMissing'
  | 'entryDamaged'
  | 'wrongHash'
  | 'documentUnreadable'
  | 'noWorkshop'
  | 'idMismatch'
  | 'otherWorkshop'

export interface WorkshopFileProblem {
  readonly code: WorkshopFileProblemCode
  /** The part of the file that is meant. */
  readonly entry: string
  /** What stands there, or the limit that was exceeded. */
  readonly value: string
}

export function fileProblem(code: WorkshopFileProblemCode, entry = '', value = ''): WorkshopFileProblem {
  return { code, entry, value }
}

/** Damage after which parts may still be read; the others are refusals. */
const DAMAGE: readonly WorkshopFileProblemCode[] = [
  'cutOff',
  'manifestMissing',
  'manifestDamaged',
  'entryMissing',
  'entryDamaged',
  'wrongHash',
  'documentUnreadable',
  'unsafeEntry',
]

export function isDamage(problems: readonly WorkshopFileProblem[]): boolean {
  return problems.length > 0 && problems.every(({ code }) => DAMAGE.includes(code))
}
