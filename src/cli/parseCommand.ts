/** Words of the command line → command. Everything that is wrong with them is found before any file is touched. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { POSTER_SPLITS, POSTER_STYLES } from '../layout/poster/posterSheets.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { CONVERT_ENDINGS } from './convert.ts'
import type { CliCommand, PosterWish } from './cliCommand.ts'
import type { UsageProblem } from './usageProblem.ts'
import { parseNotesOptions } from './parseNotesOptions.ts'
import { parsePosterContent } from './parsePosterContent.ts'
import { parseDay, parseReadingSize, parseSheet, parseTiles } from './posterOptions.ts'
import { parseSheets, SHEET_OPTIONS } from './parseSheets.ts'

const TAKES_VALUE = {
  size: 'poster',
  reading: 'poster',
  tiles: 'poster',
  split: 'poster',
  style: 'poster',
  date: 'poster',
  view: 'poster',
  cards: 'poster',
  lanes: 'poster',
  phases: 'poster',
  link: 'poster',
  logo: 'poster',
  'house-colour': 'poster',
  font: 'poster',
  sheet: 'poster',
  columns: 'poster',
  copies: 'poster',
  map: 'convert',
  header: 'convert',
  lane: 'convert',
  activity: 'convert',
  colour: 'convert',
  width: 'convert',
  lang: 'any',
} as const
const FLAGS = {
  names: 'poster',
  ratings: 'poster',
  compact: 'poster',
  upright: 'poster',
  bleed: 'poster',
  help: 'any',
} as const

/** Of a picture. */
const DEFAULT_WIDTH = 3840
const WIDEST_PICTURE = 30_000

interface Words {
  readonly paths: readonly string[]
  readonly options: ReadonlyMap<string, string>
  /** Options that may be given more than once, in their order. */
  readonly given: ReadonlyMap<string, readonly string[]>
}

type Parsed<T> = Result<T, UsageProblem>

const wrong = (code: UsageProblem['code'], value = '') => err<UsageProblem>({ code, value })

export function parseCommand(args: readonly string[], today: string): Parsed<CliCommand> {
  const words = readWords(args)
  if (!words.ok) return words
  const { paths, options, given } = words.value
  if (options.has('help')) return ok({ kind: 'help' })
  const [command = '', input = '', output = '', extra] = paths
  if (command === '') return wrong('missingCommand')
  if (command === 'serve') return wrong('serveElsewhere')
  if (command !== 'convert' && command !== 'poster') return wrong('unknownCommand', command)
  const stray = [...options.keys()].find((name) => !isOf(command, name))
  if (stray !== undefined) return wrong('unknownOption', `--${stray}`)
  if (output === '') return wrong('missingPaths', command)
  if (extra !== undefined) return wrong('tooManyPaths', extra)
  if (command === 'convert') return parseConvert(input, output, given)
  if (extname(output).toLowerCase() !== '.pdf') return wrong('posterNeedsPdf', output)
  if (options.has('sheet')) return parseSheets({ input, output, options, today })
  const lonely = SHEET_OPTIONS.find((name) => options.has(name))
  if (lonely !== undefined) return wrong('onlyWithSheet', `--${lonely}`)
  const wish = parseWish(words.value, today)
  return wish.ok ? ok({ kind: 'poster', input, output, ...wish.value }) : wish
}

function isOf(command: 'convert' | 'poster', option: string): boolean {
  const of: Readonly<Record<string, string>> = { ...TAKES_VALUE, ...FLAGS }
  return of[option] === command || of[option] === 'any'
}

/** Options may stand anywhere, with "=" or a blank before their value. */
function readWords(args: readonly string[]): Parsed<Words> {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(Object.keys(TAKES_VALUE).map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(Object.keys(FLAGS).map((name) => [name, { type: 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const paths: string[] = []
  const options = new Map<string, string>()
  const given = new Map<string, readonly string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!(name in TAKES_VALUE) && !(name in FLAGS)) return wrong('unknownOption', rawName)
    if (name in TAKES_VALUE && (value === undefined || value === '')) return wrong('missingValue', rawName)
    options.set(name, value ?? '')
    given.set(name, [...(given.get(name) ?? []), value ?? ''])
  }
  return ok({ paths, options, given })
}

function parseConvert(input: string, output: string, given: Words['given']): Parsed<CliCommand> {
  const extension = extname(output).toLowerCase()
  if (!CONVERT_ENDINGS.includes(extension)) return wrong('unknownFormat', output)
  const notes = parseNotesOptions(given)
  if (!notes.ok) return notes
  const width = given.get('width')?.at(-1) ?? String(DEFAULT_WIDTH)
  const pixels = /^\d{2,5}$/.test(width) ? Number(width) : 0
  if (pixels < 100 || pixels > WIDEST_PICTURE) return wrong('wrongWidth', width)
  return ok({ kind: 'convert', input, output, notes: notes.value, pixels })
}

function parseWish({ options, given }: Words, today: string): Parsed<PosterWish> {
  const size = options.get('size') ?? 'A0'
  const sheet = parseSheet(size, options.has('upright'))
  if (sheet === undefined) return wrong('unknownSize', size)
  const reading = options.get('reading')
  const readingSize = reading === undefined ? null : parseReadingSize(reading)
  if (readingSize === undefined) return wrong('wrongReading', reading)
  const paper = options.get('tiles')
  const tiles = paper === undefined ? null : parseTiles(paper)
  if (tiles === undefined) return wrong('unknownTiles', paper)
  const split = POSTER_SPLITS.find((known) => known === (options.get('split') ?? 'one'))
  if (split === undefined) return wrong('unknownSplit', options.get('split'))
  const style = POSTER_STYLES.find((known) => known === (options.get('style') ?? 'colour'))
  if (style === undefined) return wrong('unknownStyle', options.get('style'))
  const date = options.get('date')
  const day = date === undefined ? today : parseDay(date)
  if (day === undefined) return wrong('wrongDate', date)
  const content = parsePosterContent(options, given)
  if (!content.ok) return content
  const forPrintShop = options.has('bleed')
  return ok({ sheet, readingSize, tiles, split, style, forPrintShop, day, content: content.value })
}
