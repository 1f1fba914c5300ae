/**
 * What stands around the map on paper: persona with quote and traits, title, evidence, logo and code and, at the foot,
 * the legend.
 * Its text follows the sheet rather than the cards, because it is read first and from further away.
 */
import type { Trait } from '../../model/records/trait.ts'
import { compareOrder } from '../../model/order.ts'
import type { LegendLayout, PersonaLayout, MapLayout } from '../mapLayout.ts'
import { mapMeasures, type MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import { journeyDetails, placePersona, stretchPersona } from '../steps/placeHeader.ts'
import { flowLegend, legendEntries } from '../steps/placeLegend.ts'
import type { MapSource } from '../steps/readMap.ts'
import { setText, type TextBlock } from '../textBlock.ts'
import { type EvidenceBar, placeEvidence } from './posterEvidence.ts'
import { placeStamps, type StampsLayout } from './placeStamps.ts'
import type { PosterRequest, Spot } from './posterRequest.ts'

export interface TraitLayout {
  readonly left: TextBlock
  readonly right: TextBlock
  /** The scale between the poles and the place of the person on it. */
  readonly from: number
  readonly to: number
  readonly at: number
  readonly y: number
}

export interface PosterHead extends Rect {
  readonly measures: MapMeasures
  readonly persona: PersonaLayout | null
  /** A short thick line in the company's colour, over the title. */
  readonly rule: Rect
  readonly title: TextBlock
  readonly details: TextBlock
  readonly stamps: StampsLayout
  readonly headings: readonly TextBlock[]
  readonly traits: readonly TraitLayout[]
  readonly evidence: readonly EvidenceBar[]
}

const PERSONA = 46
const WIDE = 220
const PERSONA_LARGER = 1.1
const TRAITS = 40
const EVIDENCE = 26
const TITLE_AT_LEAST = 48
const GAP = 3

/** The em of the frame: a share of the sheet, never smaller than what the map beside it needs. */
export function frameSize(shortSide: number, textSize: number): number {
  return Math.max(textSize, shortSide / 210, 1.6)
}

export function placeHead(source: MapSource, request: PosterRequest, em: number, whole: Spot): PosterHead {
  const measures = mapMeasures(em, 0, 0)
  const stamps = placeStamps(source, request, measures, whole.x + whole.width, whole.y)
  const place = {
    ...whole,
    width: whole.width - (stamps.width === 0 ? 0 : stamps.width + GAP * em),
  }
  // On a wide sheet there is room for what is read first.
  const larger = place.width >= WIDE * em ? PERSONA_LARGER : 1
  const portrait = mapMeasures(em * larger, 0, 0)
  const persona = source.persona ? placePersona(source, source.persona, portrait, place.x, place.y) : null
  const traits = traitsOf(source)
  const side = persona ? (PERSONA * larger + GAP) * em : 0
  const extras = ((traits.length > 0 ? TRAITS + GAP : 0) + EVIDENCE + GAP) * em
  const oneRow = place.width - side - extras >= TITLE_AT_LEAST * em
  const titleSpot = { x: place.x + side, y: place.y, width: place.width - side - (oneRow ? extras : 0) }
  const title = placeTitle(source, request, measures, titleSpot)
  const firstRow = Math.max(
    persona?.height ?? 0,
    title.bottom - place.y,
    oneRow ? 0 : stamps.bottom - place.y,
  )
  const right = oneRow ? place.x + place.width : whole.x + whole.width
  const secondY = oneRow ? place.y : place.y + firstRow + GAP * 0.5 * em
  const traitSpot = { x: oneRow ? right - extras + GAP * em : place.x, y: secondY, width: TRAITS * em }
  const traitRows = placeTraits(source, request, measures, traitSpot, traits)
  const evidenceSpot = { x: right - EVIDENCE * em, y: secondY, width: EVIDENCE * em }
  const evidence = placeEvidence(source, request, measures, evidenceSpot)
  const bottom = Math.max(place.y + firstRow, traitRows.bottom, evidence.bottom, stamps.bottom)
  const height = bottom - place.y
  return {
    x: place.x,
    y: place.y,
    width: whole.width,
    height,
    measures,
    persona: persona && stretchPersona(persona, oneRow ? height : firstRow),
    rule: title.rule,
    title: title.title,
    details: title.details,
    stamps,
    headings: [...traitRows.headings, ...evidence.headings],
    traits: traitRows.rows,
    evidence: evidence.bars,
  }
}

/** As large as fits on one line: it is what people see from across the room. A long one takes two lines instead. */
const TITLE_SIZES = [4.6, 4.2, 3.8, 3.4, 3, 2.7, 2.4]
const TITLE_IN_LINES = 3

function setTitle(source: MapSource, spot: Spot, measures: MapMeasures): TextBlock {
  const { metrics, labels } = source.options
  const set = (size: number): TextBlock =>
    setText(
      source.journey.title || labels.unnamedJourney,
      { ...measures.text.title, size: size * measures.textSize },
      spot,
      metrics,
    )
  const sizes = TITLE_SIZES.map(set)
  return sizes.find(({ lines }) => lines.length === 1) ?? set(TITLE_IN_LINES)
}

function placeTitle(source: MapSource, request: PosterRequest, measures: MapMeasures, spot: Spot) {
  const em = measures.textSize
  const { metrics } = source.options
  const rule = { x: spot.x, y: spot.y + 0.1 * em, width: Math.min(9 * em, spot.width), height: 0.5 * em }
  const titleY = rule.y + rule.height + 0.2 * em
  const title = setTitle(source, { ...spot, y: titleY }, measures)
  const [kind = '', ...others] = journeyDetails(source).split('\n')
  const first = [kind, request.labels.date].filter((words) => words !== '').join(' · ')
  const lines = [first, ...others].join('\n')
  const y = titleY + title.height + 0.4 * em
  const details = setText(lines, measures.text.details, { x: spot.x, y, width: spot.width }, metrics)
  return { rule, title, details, bottom: y + details.height }
}

function traitsOf(source: MapSource): readonly Trait[] {
  const id = source.persona?.id
  return [...source.snapshot.traits.values()].filter((trait) => trait.personaId === id).sort(compareOrder)
}

function placeTraits(
  source: MapSource,
  request: PosterRequest,
  measures: MapMeasures,
  spot: Spot,
  traits: readonly Trait[],
) {
  if (traits.length === 0) return { headings: [], rows: [], bottom: spot.y }
  const { metrics } = source.options
  const em = measures.textSize
  const heading = setText(
    request.labels.traits,
    measures.text.lane,
    { ...spot, y: spot.y + 0.4 * em },
    metrics,
  )
  const pole = spot.width * 0.36
  const from = spot.x + pole + em
  const to = spot.x + spot.width - pole - em
  let y = spot.y + 0.4 * em + heading.height + 0.3 * em
  const rows = traits.map((trait): TraitLayout => {
    const style = measures.text.legend
    const left = setText(trait.leftPole, style, { x: spot.x, y, width: pole, align: 'right' }, metrics)
    const right = setText(trait.rightPole, style, { x: to + em, y, width: pole }, metrics)
    const row = {
      left,
      right,
      from,
      to,
      at: from + ((to - from) * trait.value) / 100,
      y: y + (style.size * style.lineHeight) / 2,
    }
    y += Math.max(left.height, right.height) + 0.22 * em
    return row
  })
  return { headings: [heading], rows, bottom: y }
}

export function placePosterLegend(
  source: MapSource,
  map: MapLayout,
  em: number,
  spot: Spot,
): LegendLayout | null {
  return flowLegend(source, legendEntries(source, map), spot, mapMeasures(em * 0.92, 0, 0))
}
