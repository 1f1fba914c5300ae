/** What is on a poster, as it is written on the command line: cards, view, lanes, names, code, logo, colour, fonts. */
import { ADDED_KEYS } from '../layout/font/fontFiles.ts'
import { isColour } from '../layout/colour.ts'
import type { CardEdition } from '../layout/mapOptions.ts'
import { type RatingView, ratingViews } from '../model/records/rating.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { UsageProblem } from './usageProblem.ts'

export interface PosterContent {
  readonly views: readonly RatingView[]
  readonly cards: CardEdition
  /** Names, found in the workshop later; null is all. */
  readonly lanes: readonly string[] | null
  readonly phases: readonly string[] | null
  readonly showAuthors: boolean
  readonly showSingleRatings: boolean
  /** Where a QR code leads. */
  readonly link: string | null
  /** Paths. */
  readonly logo: string | null
  readonly fonts: readonly string[]
  readonly colour: string | null
}

const EDITIONS: readonly CardEdition[] = ['all', 'voted', 'marked', 'agreed']
/** A longer one makes a code that no phone reads from a poster. */
const LONGEST_LINK = 400

export function parsePosterContent(
  options: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, readonly string[]>,
): Result<PosterContent, UsageProblem> {
  const wrong = (code: UsageProblem['code'], value = '') => err<UsageProblem>({ code, value })
  const view = options.get('view') ?? 'both'
  const views = view === 'both' ? ratingViews : ratingViews.filter((known) => known === view)
  if (views.length === 0) return wrong('unknownView', view)
  const cards = EDITIONS.find((known) => known === (options.get('cards') ?? 'all'))
  if (cards === undefined) return wrong('unknownCards', options.get('cards'))
  const link = options.get('link') ?? null
  if (link !== null && !isLink(link)) return wrong('wrongLink', link)
  const colour = options.get('house-colour') ?? null
  if (colour !== null && !isColour(colour)) return wrong('wrongHouseColour', colour)
  const fonts = given.get('font') ?? []
  if (fonts.length > ADDED_KEYS.length) return wrong('tooManyFonts', String(ADDED_KEYS.length))
  return ok({
    views,
    cards,
    lanes: namesIn(options.get('lanes')),
    phases: namesIn(options.get('phases')),
    showAuthors: options.has('names'),
    showSingleRatings: options.has('ratings'),
    link,
    logo: options.get('logo') ?? null,
    fonts,
    colour,
  })
}

function isLink(text: string): boolean {
  return text.length <= LONGEST_LINK && /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** Written with semicolons between them, because names have commas. */
function namesIn(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
