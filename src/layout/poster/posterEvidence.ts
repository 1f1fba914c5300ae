/**
 * How much of the map rests on what: one bar for each kind beside the title, which is the key to the stacked bar that
 * stands over every phase. Shades of one ink, so that it can be read in grey.
 */
import { type Card, type EvidenceKind, evidenceKinds } from '../../model/records/card.ts'
import { mix } from '../colour.ts'
import type { MapLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Colour, Rect } from '../scene.ts'
import type { MapSource } from '../steps/readMap.ts'
import { setText, type TextBlock } from '../textBlock.ts'
import type { MapTheme } from '../theme.ts'
import type { PosterRequest, Spot } from './posterRequest.ts'

export interface EvidenceBar {
  readonly kind: EvidenceKind
  readonly rect: Rect
  readonly label: TextBlock
  readonly sign: { readonly x: number; readonly y: number; readonly size: number }
}

/** The stacked bar of a phase. */
export interface PhaseShares {
  readonly label: TextBlock
  readonly parts: readonly (Rect & { readonly kind: EvidenceKind })[]
}

/** From what somebody thought to what was measured: the darker, the firmer. */
const SHADES = { assumption: 0.2, quote: 0.42, observation: 0.64, data: 0.86 } as const

export function evidenceShade(theme: MapTheme, kind: EvidenceKind): Colour {
  return mix(theme.board, theme.ink, SHADES[kind])
}

function cardsOf(source: MapSource, phase: MapSource['phases'][number]): readonly Card[] {
  return source.lanes.flatMap((lane) =>
    phase.activities.flatMap(({ id }) => {
      const cell = source.cellOf(lane, id)
      return [...cell.cards, ...cell.placements.flatMap(({ cards }) => cards)]
    }),
  )
}

const countOf = (cards: readonly Card[], kind: EvidenceKind) =>
  cards.filter(({ evidence }) => evidence === kind).length

export function placeEvidence(source: MapSource, request: PosterRequest, measures: MapMeasures, spot: Spot) {
  const cards = source.phases.flatMap((phase) => cardsOf(source, phase))
  if (cards.length === 0) return { headings: [], bars: [], bottom: spot.y }
  const { metrics, labels } = source.options
  const em = measures.textSize
  const heading = setText(
    request.labels.evidence,
    measures.text.lane,
    { ...spot, y: spot.y + 0.4 * em },
    metrics,
  )
  const style = measures.text.legend
  const lineHeight = style.size * style.lineHeight
  let y = spot.y + 0.4 * em + heading.height + 0.3 * em
  const bars = evidenceKinds.map((kind): EvidenceBar => {
    const count = countOf(cards, kind)
    const share = Math.round((100 * count) / cards.length)
    const x = spot.x + 1.5 * em
    const label = setText(
      `${labels.evidence[kind]} ${share} %`,
      style,
      { x, y, width: spot.width - 1.5 * em },
      metrics,
    )
    const rect = {
      x,
      y: y + label.height + 0.05 * em,
      width: ((spot.width - 1.5 * em) * count) / cards.length,
      height: 0.4 * em,
    }
    const sign = { x: spot.x, y: y + (lineHeight - em) / 2, size: em }
    y = rect.y + rect.height + 0.35 * em
    return { kind, rect, label, sign }
  })
  return { headings: [heading], bars, bottom: y }
}

/** 0 and 100 are said only where it is none and all of them. */
function backedPercent(cards: readonly Card[]): number {
  const backed = cards.length - countOf(cards, 'assumption')
  if (backed === 0 || backed === cards.length) return backed === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((100 * backed) / cards.length)))
}

const BAR = 0.42

/** Height of the row of stacked bars in em, with the room below it. */
export const SHARES_HEIGHT = 1.9

/**
 * Over every phase of the map, whose top left corner is at `at`. Where the whole map is assumed no phase differs from
 * another, and the key beside the title has said so already.
 */
export function placePhaseShares(
  source: MapSource,
  request: PosterRequest,
  map: MapLayout,
  measures: MapMeasures,
  at: { readonly x: number; readonly y: number },
): readonly PhaseShares[] {
  const isAssumed = ({ evidence }: Card) => evidence === 'assumption'
  if (source.phases.every((phase) => cardsOf(source, phase).every(isAssumed))) return []
  const em = measures.textSize
  const style = measures.text.legend
  return source.phases.flatMap((phase): readonly PhaseShares[] => {
    const placed = map.phases.find(({ phaseId }) => phaseId === phase.phase.id)
    const cards = cardsOf(source, phase)
    if (!placed || cards.length === 0) return []
    const x = at.x + placed.x
    const y = at.y - SHARES_HEIGHT * em
    const width = placed.width - map.measures.phaseGap
    const percent = backedPercent(cards)
    const words = [request.labels.backed(percent), `${percent} %`]
    const blocks = words.map((text) => setText(text, style, { x, y, width }, source.options.metrics))
    const label = blocks.find(({ lines }) => lines.length === 1) ?? blocks[1]
    if (label === undefined) return []
    let left = x
    const parts = evidenceKinds.flatMap((kind) => {
      const part = {
        kind,
        x: left,
        y: y + style.size * style.lineHeight + 0.1 * em,
        width: (width * countOf(cards, kind)) / cards.length,
        height: BAR * em,
      }
      left += part.width
      return part.width > 0 ? [part] : []
    })
    return [{ label, parts }]
  })
}
