/** What a workshop can leave the app as, in the order in which it is offered. Poster and backup have ways of their own. */
import type { MessageKey } from '../../i18n/translate.ts'

export const EXPORT_FORMATS = ['json', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportTexts {
  readonly title: MessageKey
  readonly text: MessageKey
}

export const EXPORT_TEXTS = {
  csv: { title: 'exportDialog.csv', text: 'exportDialog.csvText' },
  json: { title: 'exportDialog.json', text: 'exportDialog.jsonText' },
} as const satisfies Readonly<Record<ExportFormat, ExportTexts>>

/** Formats that hold one journey; the others hold the whole workshop. */
const OF_ONE_JOURNEY: readonly ExportFormat[] = ['csv']

export function isOfOneJourney(format: ExportFormat): boolean {
  return OF_ONE_JOURNEY.includes(format)
}

/** What came of an export: handed over, with what did not fit into the format; or why not. */
export type ExportOutcome =
  | { readonly done: true; readonly name: string; readonly leftOut: readonly LeftOut[] }
  | { readonly done: false; readonly reason: string }

export interface LeftOut {
  readonly label: string
  readonly count: number
}

export interface ExportJob {
  readonly format: ExportFormat
  readonly journeyId: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}
