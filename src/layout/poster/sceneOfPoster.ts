/** The poster: one sheet of exact size in millimetres with the map on it, and a report of what fitted how. */
import { byPlace } from '../../model/select/byOrder.ts'
import { cardHomes } from '../../model/select/cardHomes.ts'
import { mix } from '../colour.ts'
import type { MapLayout } from '../mapLayout.ts'
import { moveOps } from '../ops/moveOps.ts'
import { opsOfLegend, opsOfPersona } from '../ops/opsOfHeader.ts'
import { opsOfQr } from '../ops/opsOfQr.ts'
import { opsOfSign } from '../ops/opsOfSigns.ts'
import { opsOfText } from '../ops/opsOfText.ts'
import { touchpointOf } from '../placementBlock.ts'
import { opsOfSketch } from '../ops/opsOfSketch.ts'
import { placeSketches } from '../placeSketches.ts'
import { MM_PER_POINT, type SceneOp } from '../scene.ts'
import { opsOfMap } from '../sceneOfMap.ts'
import { type MapTheme, toneColour } from '../theme.ts'
import { circle, openPath, placeSegments } from '../symbols/drawing.ts'
import { setText, type TextBlock } from '../textBlock.ts'
import { fitPoster, type PosterFit } from './fitPoster.ts'
import { evidenceShade, placePhaseShares } from './posterEvidence.ts'
import type { StampsLayout } from './placeStamps.ts'
import type { PosterHead } from './posterFrame.ts'
import type { Poster, PosterReport, PosterRequest } from './posterRequest.ts'

const LEGIBLE = 6
/** Millimetres. */
const THINNEST = 0.25
const MM_PER_POINT_READ = 1500 / 18

export function sceneOfPoster(request: PosterRequest): Poster {
  const fit = fitPoster(request)
  const { theme } = request
  const report = reportOf(request, fit)
  const ops = [
    { kind: 'rect', x: 0, y: 0, width: fit.width, height: fit.height, fill: theme.board } as const,
    ...bookmarksOf(fit),
    ...opsOfHead(fit.head, theme),
    ...opsOfShares(request, fit),
    ...moveOps(opsOfLaneRules(fit.map, theme), fit.mapAt.x, fit.mapAt.y),
    ...moveOps([...opsOfMap(fit.map, theme), ...opsOfSketches(fit, theme)], fit.mapAt.x, fit.mapAt.y),
    ...(fit.legend ? moveOps(opsOfLegend(fit.legend, theme), 0, fit.legendY) : []),
    ...opsOfText(footerOf(request, fit, report), theme.quietInk),
    ...linksOf(fit),
  ].map((op) => thickened(op, fit))
  return { scene: { width: fit.width, height: fit.height, ops }, report }
}

/** Drawings lie over the cards, as on the canvas. */
function opsOfSketches(fit: PosterFit, theme: MapTheme): readonly SceneOp[] {
  const sketches = byPlace(fit.source.snapshot.sketches.values())
  const placed = placeSketches(sketches, fit.map, fit.source.options.metrics)
  return placed.flatMap((sketch) => opsOfSketch(sketch, theme))
}

/** Plotters lose thinner lines; on a small sheet, where everything is fine, strokes stay in proportion. */
function thickened(op: SceneOp, fit: PosterFit): SceneOp {
  if ((op.kind !== 'path' && op.kind !== 'rect') || op.strokeWidth === undefined) return op
  const least = Math.min(THINNEST, fit.map.measures.textSize * 0.08)
  return op.strokeWidth < least ? { ...op, strokeWidth: least } : op
}

/** A touchpoint that has an address on the web leads there. */
function linksOf(fit: PosterFit): readonly SceneOp[] {
  const { snapshot } = fit.source
  return fit.map.placements.flatMap((placed): readonly SceneOp[] => {
    const placement = snapshot.placements.get(placed.placementId)
    const url = (placement && touchpointOf(fit.source, placement)?.url.trim()) ?? ''
    if (!/^https?:\/\//i.test(url)) return []
    const { x, y, width, height } = placed
    return [{ kind: 'link', url, x: x + fit.mapAt.x, y: y + fit.mapAt.y, width, height }]
  })
}

function bookmarksOf(fit: PosterFit): readonly SceneOp[] {
  const { labels } = fit.source.options
  const title = fit.source.journey.title || labels.unnamedJourney
  const { x, y } = fit.mapAt
  const phases = fit.map.phases.flatMap((phase): readonly SceneOp[] => {
    const name = wordsOf(phase.text)
    if (name === '') return []
    return [{ kind: 'bookmark', title: name, x: x + phase.x, y: y + phase.y, level: 1 }]
  })
  const lanes = fit.map.lanes.map(
    (lane): SceneOp => ({ kind: 'bookmark', title: wordsOf(lane.text), x, y: y + lane.y, level: 1 }),
  )
  return [{ kind: 'bookmark', title, y: 0, level: 0 }, ...phases, ...lanes]
}

function wordsOf({ lines }: TextBlock): string {
  return lines
    .map(({ text, hyphen }) => (hyphen ? text : `${text} `))
    .join('')
    .trim()
}

/** How much of each phase rests on what. */
function opsOfShares(request: PosterRequest, fit: PosterFit): readonly SceneOp[] {
  const { theme } = request
  const shares = placePhaseShares(fit.source, request, fit.map, fit.head.measures, fit.mapAt)
  return shares.flatMap(({ label, parts }) => [
    ...opsOfText(label, theme.quietInk),
    ...parts.map(
      ({ kind, ...rect }): SceneOp => ({ kind: 'rect', ...rect, fill: evidenceShade(theme, kind) }),
    ),
  ])
}

/** Paper is the ground of the lanes: a line leads the eye along each. Drawn over by nothing that stands in a lane. */
function opsOfLaneRules(map: MapLayout, theme: MapTheme): readonly SceneOp[] {
  return map.lanes.map((lane): SceneOp => {
    const y = lane.y - map.measures.laneGap / 2
    return {
      kind: 'path',
      segments: openPath([
        [lane.x, y],
        [lane.x + lane.width, y],
      ]),
      stroke: mix(theme.board, toneColour(theme, lane.tone), 0.6),
      strokeWidth: Math.max(THINNEST, map.measures.textSize * 0.1),
    }
  })
}

function opsOfStamps({ qr, logo }: StampsLayout, theme: MapTheme): readonly SceneOp[] {
  return [
    ...(logo ? [{ kind: 'picture', ...logo } as const] : []),
    ...(qr ? [...opsOfQr(qr.text, qr), ...opsOfText(qr.label, theme.quietInk)] : []),
  ]
}

function opsOfHead(head: PosterHead, theme: MapTheme): readonly SceneOp[] {
  const em = head.measures.textSize
  return [
    ...(head.persona ? opsOfPersona(head.persona, theme, head.measures) : []),
    { kind: 'rect', ...head.rule, fill: theme.activity },
    ...opsOfText(head.title, theme.ink),
    ...opsOfText(head.details, theme.quietInk),
    ...opsOfStamps(head.stamps, theme),
    ...head.headings.flatMap((heading) => opsOfText(heading, theme.ink)),
    ...head.traits.flatMap((trait): readonly SceneOp[] => [
      ...opsOfText(trait.left, theme.ink),
      ...opsOfText(trait.right, theme.ink),
      {
        kind: 'path',
        segments: openPath([
          [trait.from, trait.y],
          [trait.to, trait.y],
        ]),
        stroke: theme.panelEdge,
        strokeWidth: em * 0.22,
      },
      {
        kind: 'path',
        segments: placeSegments(
          circle(12, 12, 12),
          trait.at - em * 0.42,
          trait.y - em * 0.42,
          (em * 0.42) / 12,
        ),
        fill: theme.activity,
      },
    ]),
    ...head.evidence.flatMap(({ kind, rect, label, sign }): readonly SceneOp[] => [
      ...opsOfSign({ ...sign, name: kind }, theme.quietInk, theme.board),
      ...opsOfText(label, theme.ink),
      { kind: 'rect', ...rect, fill: evidenceShade(theme, kind) },
    ]),
  ]
}

function footerOf(request: PosterRequest, fit: PosterFit, report: PosterReport): TextBlock {
  const { sheet } = request
  const style = fit.head.measures.text.small
  const text = request.labels.footer(report)
  const y = fit.height - sheet.margin - style.size * style.lineHeight
  return setText(
    text,
    style,
    { x: sheet.margin, y, width: fit.width - 2 * sheet.margin },
    fit.source.options.metrics,
  )
}

function countParted(map: MapLayout): number {
  const blocks = [
    ...map.cards.map(({ block }) => block.text),
    ...map.columns.flatMap(({ text }) => text ?? []),
  ]
  return blocks.reduce((sum, { lines }) => sum + lines.filter(({ hyphen }) => hyphen).length, 0)
}

/** Every card that the whole map of this journey shows. */
function countCards(fit: PosterFit): number {
  const { snapshot, journey } = fit.source
  const homes = cardHomes(snapshot)
  const inCells = [...homes.cells].filter(([key]) => {
    const laneId = key.slice(0, key.indexOf('|'))
    return [...snapshot.lanes.values()].some((lane) => lane.id === laneId && lane.journeyId === journey.id)
  })
  return inCells.reduce((sum, [, cards]) => sum + cards.length, 0)
}

function reportOf(request: PosterRequest, fit: PosterFit): PosterReport {
  const { measures } = fit.map
  const textSize = measures.textSize / MM_PER_POINT
  const smallest = Math.min(...Object.values(measures.text).map(({ size }) => size))
  return {
    width: fit.width,
    height: fit.height,
    textSize,
    smallestText: smallest / MM_PER_POINT,
    wantedSize: request.readingSize,
    fits: fit.fits,
    legible: textSize >= LEGIBLE,
    readingDistance: textSize * MM_PER_POINT_READ,
    columns: fit.map.columns.length,
    columnWidth: measures.columnWidth,
    cardsShown: fit.map.cards.length,
    cardsInAll: Math.max(countCards(fit), fit.map.cards.length),
    partedWords: countParted(fit.map),
  }
}
