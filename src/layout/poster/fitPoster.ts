/**
 * The arithmetic of what fits: on a cut sheet the largest text at which the whole map fits, on a roll the shortest
 * length for a reading size. Found by trying layouts, because only a layout knows how high the fullest cell becomes.
 */
import { layoutMap } from '../layoutMap.ts'
import type { MapLayout } from '../mapLayout.ts'
import type { ColumnShares, MapOptions } from '../mapOptions.ts'
import { MM_PER_POINT } from '../scene.ts'
import { measureMap } from '../steps/measureMap.ts'
import { pileColumns } from '../steps/pileActivities.ts'
import { placeColumns } from '../steps/placeColumns.ts'
import { readMap, type MapSource } from '../steps/readMap.ts'
import type { PosterRequest, Spot } from './posterRequest.ts'
import { balanceColumns } from './balanceColumns.ts'
import { SHARES_HEIGHT } from './posterEvidence.ts'
import { frameSize, placeHead, placePosterLegend, type PosterHead } from './posterFrame.ts'
import type { LegendLayout } from '../mapLayout.ts'

/** What the search varies. */
export interface Trial {
  readonly textSize: number
  readonly columnWidth: number
  readonly columnShares: ColumnShares | null
}

export interface PosterFit {
  readonly trial: Trial
  readonly width: number
  readonly height: number
  readonly source: MapSource
  readonly head: PosterHead
  readonly map: MapLayout
  /** Where the map's top left corner goes. */
  readonly mapAt: { readonly x: number; readonly y: number }
  /** Placed as if its top were 0; it goes to `legendY`. */
  readonly legend: LegendLayout | null
  readonly legendY: number
  /** Height left over on the sheet, in millimetres. */
  readonly spare: number
  readonly fits: boolean
}

/** Narrower columns part too many words. */
const NARROWEST = 7.4
/** On a roll: still wider columns hardly make a map lower. */
const WIDEST = 36
const LARGEST = 36 * MM_PER_POINT
const ROLL_DEFAULT = 18
const MOST_GUESSES = 9
const MOST_STEPS = 40
const MOST_ROUNDS = 2
/** Balancing never wins more than this. */
const MOST_GAIN = 1.5
/** More stretching than this looks empty. */
const MOST_STRETCH = 0.5

function optionsFor(map: MapOptions, trial: Trial, extraHeight = 0): MapOptions {
  const poster = { showHeader: false, showLegend: false, inviting: false, hanging: true }
  return { ...map, ...trial, extraHeight, ...poster }
}

interface WidthRule {
  /** Millimetres per millimetre of text size. */
  readonly perText: number
  readonly columns: number
}

/** The width of a map is a sum: so much text size, so many columns. */
function widthRule(request: PosterRequest): WidthRule {
  const trial = { textSize: 1, columnWidth: 0, columnShares: null }
  const source = readMap(request.snapshot, optionsFor(request.map, trial))
  const measures = measureMap(source)
  const plan = placeColumns(source, measures)
  const pile = pileColumns(source)
  const pileText = pile === 0 ? 0 : 2 * measures.phaseGap + 1.6
  return {
    perText: plan.right + measures.phase.tip + pileText,
    columns: Math.max(1, plan.columns.length) + pile,
  }
}

/** On a small sheet the frame shrinks before it takes more than this share of the height. */
const MOST_HEAD = 0.3

function placeFrame(request: PosterRequest, source: MapSource, textSize: number, spot: Spot): PosterHead {
  const { sheet } = request
  const shortSide = sheet.kind === 'sheet' ? Math.min(sheet.width, sheet.height) : sheet.height
  let head = placeHead(source, request, frameSize(shortSide, textSize), spot)
  for (let step = 0; head.height > sheet.height * MOST_HEAD && step < MOST_STEPS; step++) {
    head = placeHead(source, request, head.measures.textSize * 0.85, spot)
  }
  return head
}

/** Everything for one size and width; `spare` says how much height is left, negative when it is too high. */
function attempt(request: PosterRequest, trial: Trial, inner: number): PosterFit {
  const { sheet, snapshot } = request
  const options = optionsFor(request.map, trial)
  const source = readMap(snapshot, options)
  const spot = { x: sheet.margin, y: sheet.margin, width: inner }
  const head = placeFrame(request, source, trial.textSize, spot)
  const frame = head.measures.textSize
  const mapY = head.y + head.height + (0.7 + SHARES_HEIGHT) * frame
  const map = layoutMap(snapshot, options)
  const legend = placePosterLegend(source, map, frame, { ...spot, y: 0 })
  const legendY = sheet.height - sheet.margin - 1.6 * frame - (legend?.height ?? 0)
  const spare = legendY - 0.8 * frame - mapY - map.height
  return {
    width: sheet.kind === 'sheet' ? sheet.width : inner + 2 * sheet.margin,
    height: sheet.height,
    trial,
    source,
    head,
    map,
    mapAt: { x: sheet.margin, y: mapY },
    legend,
    legendY,
    spare,
    fits: spare >= -1e-9 && map.width <= inner + 1e-6,
  }
}

/** The same fit with the spare height given to curve and lanes. */
function stretch(request: PosterRequest, fit: PosterFit): PosterFit {
  const extra = Math.min(fit.spare, fit.map.height * MOST_STRETCH)
  if (extra <= 0) return fit
  return { ...fit, map: layoutMap(request.snapshot, optionsFor(request.map, fit.trial, extra)) }
}

/** Narrow enough: a finer step would change the text size by less than anybody sees. */
const CLOSE_ENOUGH = 0.003

/**
 * The best fit between a value that fits and one that does not. Spare height is nearly a straight line, so the next
 * guess is taken from it, held away from the ends; the number of steps is bounded: same input, same poster.
 */
function search(
  good: PosterFit,
  from: number,
  bad: PosterFit,
  to: number,
  at: (value: number) => PosterFit,
): PosterFit {
  let best = good
  let worst = bad
  let kept = from
  let limit = to
  for (let step = 0; step < MOST_GUESSES && Math.abs(limit - kept) > CLOSE_ENOUGH * Math.abs(kept); step++) {
    const share = best.spare / (best.spare - worst.spare)
    const inside = Number.isFinite(share) ? Math.min(0.85, Math.max(0.15, share)) : 0.5
    const guess = kept + inside * (limit - kept)
    const fit = at(guess)
    if (fit.fits) {
      best = fit
      kept = guess
    } else {
      worst = fit
      limit = guess
    }
  }
  return best
}

interface Shrunk {
  readonly fit: PosterFit
  readonly lastBad: PosterFit
  readonly lastBadSize: number
}

/** Makes a size smaller until it fits. Everything on a poster shrinks with it, so this ends. */
function shrinkUntilFit(tooLarge: PosterFit, size: number, at: (size: number) => PosterFit): Shrunk {
  let lastBad = tooLarge
  let lastBadSize = size
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = lastBadSize * 0.6
    const fit = at(next)
    if (fit.fits) return { fit, lastBad, lastBadSize }
    lastBad = fit
    lastBadSize = next
  }
  throw new Error(`fitPoster: nothing fits, not even a text size of ${lastBadSize} mm`)
}

function balance(request: PosterRequest, trial: Trial): ColumnShares | null {
  const least = (NARROWEST * trial.textSize) / trial.columnWidth
  return balanceColumns(request.snapshot, optionsFor(request.map, trial), least)
}

export function fitPoster(request: PosterRequest): PosterFit {
  const fit = request.sheet.kind === 'sheet' ? fitSheet(request, request.sheet.width) : fitRoll(request)
  return stretch(request, fit)
}

function fitSheet(request: PosterRequest, width: number): PosterFit {
  const rule = widthRule(request)
  const inner = width - 2 * request.sheet.margin
  const at = (textSize: number, columnShares: ColumnShares | null): PosterFit => {
    const columnWidth = (inner - rule.perText * textSize) / rule.columns
    return attempt(request, { textSize, columnWidth, columnShares }, inner)
  }
  const widest = inner / (rule.perText + NARROWEST * rule.columns)
  const wanted = request.readingSize === null ? null : request.readingSize * MM_PER_POINT
  const largest = Math.min(widest, wanted ?? LARGEST)
  const first = at(largest, null)
  if (first.fits) return { ...first, fits: wanted === null || largest >= wanted }
  const equal = (size: number): PosterFit => at(size, null)
  const even = grow(first, largest, equal)
  const best = request.balanced ? balanceSheet(request, even, largest, at) : even
  return { ...best, fits: wanted === null || best.trial.textSize >= wanted }
}

/** From a size that is too large: down until it fits, then up again as far as it goes. */
function grow(tooLarge: PosterFit, size: number, at: (size: number) => PosterFit): PosterFit {
  const { fit, lastBad, lastBadSize } = shrinkUntilFit(tooLarge, size, at)
  return search(fit, fit.trial.textSize, lastBad, lastBadSize, at)
}

function balanceSheet(
  request: PosterRequest,
  even: PosterFit,
  largest: number,
  at: (textSize: number, columnShares: ColumnShares | null) => PosterFit,
): PosterFit {
  const shares = balance(request, even.trial)
  if (shares === null) return even
  const from = even.trial.textSize
  const to = Math.min(largest, from * MOST_GAIN)
  const balanced = (size: number): PosterFit => at(size, shares)
  const top = balanced(to)
  if (top.fits) return top
  const start = balanced(from)
  return start.fits ? search(start, from, top, to, balanced) : even
}

function fitRoll(request: PosterRequest): PosterFit {
  const rule = widthRule(request)
  const wanted = (request.readingSize ?? ROLL_DEFAULT) * MM_PER_POINT
  const at = (textSize: number, perEm: number, columnShares: ColumnShares | null): PosterFit => {
    const columnWidth = perEm * textSize
    const inner = rule.perText * textSize + rule.columns * columnWidth
    return attempt(request, { textSize, columnWidth, columnShares }, inner)
  }
  const shortest = (wide: PosterFit): PosterFit => {
    const size = wide.trial.textSize
    const narrowed = (shares: ColumnShares | null, good: PosterFit): PosterFit => {
      const narrow = at(size, NARROWEST, shares)
      if (narrow.fits) return narrow
      return search(good, good.trial.columnWidth / size, narrow, NARROWEST, (perEm) =>
        at(size, perEm, shares),
      )
    }
    let best = narrowed(null, wide)
    // The shorter the map, the more there is to balance; the second time wins little, the third nothing.
    for (let round = 0; request.balanced && round < MOST_ROUNDS; round++) {
      const shares = balance(request, best.trial)
      const balanced = shares && at(size, best.trial.columnWidth / size, shares)
      if (!balanced?.fits) break
      const shorter = narrowed(shares, balanced)
      if (shorter.width >= best.width) break
      best = shorter
    }
    return best
  }
  const longestAt = (size: number): PosterFit => at(size, WIDEST, null)
  const first = longestAt(wanted)
  const fit = shortest(first.fits ? first : grow(first, wanted, longestAt))
  return { ...fit, fits: fit.trial.textSize >= wanted }
}
