/** What a workshop can leave the app as, in the order in which it is offered. Poster and backup have ways of their own. */
import type { MessageKey } from '../../i18n/translate.ts'

export const EXPORT_FORMATS = ['html', 'xlsx', 'csv', 'minutes', 'png', 'svg', 'mermaid', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportTexts {
  readonly title: MessageKey
  readonly text: MessageKey
}

export const EXPORT_TEXTS = {
  html: { title: 'exportDialog.html', text: 'exportDialog.htmlText' },
  png: { title: 'exportDialog.png', text: 'exportDialog.pngText' },
  svg: { title: 'exportDialog.svg', text: 'exportDialog.svgText' },
  xlsx: { title: 'exportDialog.xlsx', text: 'exportDialog.xlsxText' },
  minutes: { title: 'exportDialog.minutes', text: 'exportDialog.minutesText' },
  mermaid: { title: 'exportDialog.mermaid', text: 'exportDialog.mermaidText' },
  csv: { title: 'exportDialog.csv', text: 'exportDialog.csvText' },
  json: { title: 'exportDialog.json', text: 'exportDialog.jsonText' },
} as const satisfies Readonly<Record<ExportFormat, ExportTexts>>

/** Formats that hold the whole workshop; the others hold one journey. */
const OF_ALL: readonly ExportFormat[] = ['json']

export function isOfOneJourney(format: ExportFormat): boolean {
  return !OF_ALL.includes(format)
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
  /** Of a picture, from left to right. */
  readonly pixels: number
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** Widths of a picture: for a message, for a screen, for print in a document, for a wall. */
export const PICTURE_WIDTHS = [1920, 3840, 7680, 15_360] as const
