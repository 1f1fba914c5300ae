/** `etappe poster IN OUT.pdf --sheet KIND`: the options of paper that is no poster. */
import { POSTER_STYLES } from '../layout/poster/posterSheets.ts'
import {
  EMPTY_COLUMNS,
  LEAST_COLUMNS,
  MOST_COLUMNS,
  MOST_COPIES,
  papersFor,
  SHEET_KINDS,
  type SheetWish,
  USUAL_WISH,
} from '../layout/sheetKinds.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { SheetsCommand } from './cliCommand.ts'
import type { UsageProblem } from './usageProblem.ts'
import { parseDay } from './posterOptions.ts'

/** Options that mean nothing on a poster. */
export const SHEET_OPTIONS = ['columns', 'copies', 'compact'] as const
/** Options that mean nothing on a sheet. */
const POSTER_ONLY = [
  'reading',
  'tiles',
  'split',
  'upright',
  'bleed',
  'view',
  'cards',
  'lanes',
  'phases',
  'names',
  'ratings',
  'link',
  'logo',
  'house-colour',
  'font',
] as const

interface Words {
  readonly input: string
  readonly output: string
  readonly options: ReadonlyMap<string, string>
  readonly today: string
}

const wrong = (code: UsageProblem['code'], value = '') => err<UsageProblem>({ code, value })

export function parseSheets({ input, output, options, today }: Words): Result<SheetsCommand, UsageProblem> {
  const stray = POSTER_ONLY.find((name) => options.has(name))
  if (stray !== undefined) return wrong('notWithSheet', `--${stray}`)
  const kind = SHEET_KINDS.find((known) => known === options.get('sheet'))
  if (kind === undefined) return wrong('unknownSheet', options.get('sheet'))
  const size = options.get('size') ?? 'A4'
  const paper = papersFor(kind).find((known) => known.toLowerCase() === size.toLowerCase())
  if (paper === undefined) return wrong('unknownSheetPaper', size)
  const columns = columnsOf(options.get('columns'))
  if (columns === undefined) return wrong('unknownColumns', options.get('columns'))
  const copies = copiesOf(options.get('copies'))
  if (copies === undefined) return wrong('wrongCopies', options.get('copies'))
  const style = POSTER_STYLES.find((known) => known === (options.get('style') ?? 'colour'))
  if (style === undefined) return wrong('unknownStyle', options.get('style'))
  const date = options.get('date')
  const day = date === undefined ? today : parseDay(date)
  if (day === undefined) return wrong('wrongDate', date)
  const wish = { ...USUAL_WISH, kind, paper, onePerPage: !options.has('compact'), ...columns, ...copies }
  return ok({ kind: 'sheets', input, output, wish, style, day })
}

/** The phases, the activities under them, or so many blank ones. */
function columnsOf(text: string | undefined): Pick<SheetWish, 'columns' | 'columnCount'> | undefined {
  const { columnCount } = USUAL_WISH
  const columns = EMPTY_COLUMNS.find((known) => known === (text ?? 'phases'))
  if (columns !== undefined) return { columns, columnCount }
  const count = wholeNumber(text, LEAST_COLUMNS, MOST_COLUMNS)
  return count === undefined ? undefined : { columns: 'blank', columnCount: count }
}

/** `3` of each lane for every phase, `any:3` with the phase to write by hand. */
function copiesOf(text: string | undefined): Pick<SheetWish, 'copies' | 'forPhases'> | undefined {
  if (text === undefined) return { copies: 1, forPhases: true }
  const forPhases = !text.startsWith('any:')
  const copies = wholeNumber(forPhases ? text : text.slice('any:'.length), 1, MOST_COPIES)
  return copies === undefined ? undefined : { copies, forPhases }
}

function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text ?? '') ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
