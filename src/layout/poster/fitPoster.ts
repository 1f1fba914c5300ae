/**
 * The arithmetic of what fits: on a cut sheet the largest text at which the whole map fits, on a roll the shortest
 * length for a reading size. Found by trying layouts, because only a layout knows how high the fullest cell becomes.
 */
import { layoutMap } from '../layoutMap.ts'
import type { MapLayout } from '../mapLayout.ts'
import type { MapOptions } from '../mapOptions.ts'
import { MM_PER_POINT } from '../scene.ts'
import { measureMap } from '../steps/measureMap.ts'
import { pileColumns } from '../steps/pileActivities.ts'
import { placeColumns } from '../steps/placeColumns.ts'
import { readMap, type MapSource } from '../steps/readMap.ts'
import type { PosterRequest } from './posterRequest.ts'
import { frameSize, placeHead, placePosterLegend, type PosterHead } from './posterFrame.ts'
import type { LegendLayout } from '../mapLayout.ts'

export interface PosterFit {
  readonly width: number
  readonly height: number
  readonly source: MapSource
  readonly head: PosterHead
  readonly map: MapLayout
  /** Where the map's top left corner goes. */
  readonly mapAt: { readonly x: number; readonly y: number }
  readonly legend: LegendLayout | null
  /** Em of the frame. */
  readonly frame: number
  readonly fits: boolean
}

/** Narrower columns part too many words. */
const NARROWEST = 7.4
/** On a roll: wider columns no longer make a map lower. */
const WIDEST = 30
const LARGEST = 36 * MM_PER_POINT
const SMALLEST = 0.9 * MM_PER_POINT
const ROLL_DEFAULT = 18
const STEPS = 11
/** More stretching than this looks empty. */
const MOST_STRETCH = 0.5

function optionsFor(map: MapOptions, textSize: number, columnWidth: number, extraHeight = 0): MapOptions {
  return { ...map, textSize, columnWidth, extraHeight, showHeader: false, showLegend: false, inviting: false }
}

interface WidthRule {
  /** Millimetres per millimetre of text size. */
  readonly perText: number
  readonly columns: number
}

/** The width of a map is a sum: so much text size, so many columns. */
function widthRule(request: PosterRequest): WidthRule {
  const source = readMap(request.snapshot, optionsFor(request.map, 1, 0))
  const measures = measureMap(source)
  const plan = placeColumns(source, measures)
  const pile = pileColumns(source)
  const pileText = pile === 0 ? 0 : 2 * measures.phaseGap + 1.6
  return {
    perText: plan.right + measures.phase.tip + pileText,
    columns: Math.max(1, plan.columns.length) + pile,
  }
}

/** Everything for one size and width; `fits` says whether it stays on the sheet. */
function attempt(request: PosterRequest, textSize: number, columnWidth: number, inner: number): PosterFit {
  const { sheet } = request
  const height = sheet.height
  const shortSide = sheet.kind === 'sheet' ? Math.min(sheet.width, sheet.height) : sheet.height
  const frame = frameSize(shortSide, textSize)
  const options = optionsFor(request.map, textSize, columnWidth)
  const source = readMap(request.snapshot, options)
  const spot = { x: sheet.margin, y: sheet.margin, width: inner }
  const head = placeHead(source, request, frame, spot)
  const mapY = head.y + head.height + 1.2 * frame
  const footer = 1.6 * frame
  const bare = layoutMap(request.snapshot, options)
  const legendOf = (map: MapLayout, y: number) => placePosterLegend(source, map, frame, { ...spot, y })
  const legendHeight = legendOf(bare, 0)?.height ?? 0
  const room = height - sheet.margin - footer - legendHeight - 0.8 * frame - mapY
  const fits = bare.height <= room + 1e-9 && bare.width <= inner + 1e-6
  const extra = fits ? Math.min(room - bare.height, bare.height * MOST_STRETCH) : 0
  const map =
    extra > 0 ? layoutMap(request.snapshot, optionsFor(request.map, textSize, columnWidth, extra)) : bare
  return {
    width: sheet.kind === 'sheet' ? sheet.width : inner + 2 * sheet.margin,
    height,
    source,
    head,
    map,
    mapAt: { x: sheet.margin, y: mapY },
    legend: legendOf(map, height - sheet.margin - footer - legendHeight),
    frame,
    fits,
  }
}

/** The last value of `fits` between a good and a bad end, after a fixed number of halvings: same input, same poster. */
function halve(good: number, bad: number, fits: (value: number) => boolean): number {
  let best = good
  let limit = bad
  for (let step = 0; step < STEPS; step++) {
    const middle = (best + limit) / 2
    if (fits(middle)) best = middle
    else limit = middle
  }
  return best
}

export function fitPoster(request: PosterRequest): PosterFit {
  return request.sheet.kind === 'sheet' ? fitSheet(request, request.sheet.width) : fitRoll(request)
}

function fitSheet(request: PosterRequest, width: number): PosterFit {
  const rule = widthRule(request)
  const inner = width - 2 * request.sheet.margin
  const at = (size: number): PosterFit =>
    attempt(request, size, (inner - rule.perText * size) / rule.columns, inner)
  const widest = inner / (rule.perText + NARROWEST * rule.columns)
  const wanted = request.readingSize === null ? null : request.readingSize * MM_PER_POINT
  const largest = Math.min(widest, wanted ?? LARGEST)
  const first = at(largest)
  if (first.fits) return { ...first, fits: wanted === null || largest >= wanted }
  let smallest = Math.min(SMALLEST, largest / 2)
  while (!at(smallest).fits) smallest /= 2
  const size = halve(smallest, largest, (candidate) => at(candidate).fits)
  return { ...at(size), fits: wanted === null }
}

function fitRoll(request: PosterRequest): PosterFit {
  const rule = widthRule(request)
  const wanted = (request.readingSize ?? ROLL_DEFAULT) * MM_PER_POINT
  const at = (size: number, columnWidth: number): PosterFit =>
    attempt(request, size, columnWidth, rule.perText * size + rule.columns * columnWidth)
  const shortest = (size: number): PosterFit => {
    const narrow = at(size, NARROWEST * size)
    if (narrow.fits) return narrow
    const width = halve(WIDEST * size, NARROWEST * size, (candidate) => at(size, candidate).fits)
    return at(size, width)
  }
  if (at(wanted, WIDEST * wanted).fits) return shortest(wanted)
  let smallest = wanted / 2
  while (!at(smallest, WIDEST * smallest).fits) smallest /= 2
  const size = halve(smallest, wanted, (candidate) => at(candidate, WIDEST * candidate).fits)
  return { ...shortest(size), fits: false }
}
