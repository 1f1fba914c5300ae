/**
 * Theme cards to write on: four to an office sheet, cut along the dashes. Each has its lane's name, sign and colour, room
 * to write, and the id by which a photo of it finds its place.
 */
import { strengthen } from '../../layout/colour.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import { opsOfSign } from '../../layout/ops/opsOfSigns.ts'
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { sidesOf } from '../../layout/sheetKinds.ts'
import { openPath } from '../../layout/symbols/drawing.ts'
import { evidenceKinds } from '../../model/records/card.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import { codeFor, codeHeight, codeOps } from './codeOps.ts'
import { type CardLane, sheetLanes, takesCards } from './sheetLanes.ts'
import { titleLine } from './sheetFrame.ts'
import { setAt, setInside, type SheetSource } from './sheetSource.ts'
import { ruleAt } from './textPieces.ts'

const PAD = 9
const CODE = 19
const SIGN = 9
const LINE = 9
const FIELD = 11

interface BlankCard {
  readonly lane: CardLane
  readonly phase: { readonly id: PhaseId; readonly title: string } | null
  readonly number: number
  /** Which of how many. */
  readonly name: string
}

export function themeCards(source: SheetSource): readonly Scene[] {
  const { t, theme } = source
  const [height, width] = sidesOf(source.wish.paper)
  const cards = blankCards(source)
  const size = { width: width / 2, height: height / 2 }
  const pages = Math.max(1, Math.ceil(cards.length / 4))
  return Array.from({ length: pages }, (_, page): Scene => {
    const four = cards.slice(4 * page, 4 * page + 4)
    return {
      width,
      height,
      ops: [
        { kind: 'rect', x: 0, y: 0, width, height, fill: theme.board },
        ...(page === 0 ? [{ kind: 'bookmark', title: t('sheets.cards'), y: 0, level: 0 } as const] : []),
        ...cutLines(source, width, height),
        ...four.flatMap((card, index) =>
          moveOps(cardOps(source, card, size), (index % 2) * size.width, Math.floor(index / 2) * size.height),
        ),
        ...(cards.length === 0
          ? setAt(source, t('sheets.noCards'), { points: 12 }, { x: PAD, y: PAD, width: width - 2 * PAD }).ops
          : []),
      ],
    }
  })
}

/** Phase by phase, so that a stack can be dealt out in the order of the map. */
function blankCards(source: SheetSource): readonly BlankCard[] {
  const { snapshot, journey, wish, t } = source
  const lanes = sheetLanes(source).filter(takesCards)
  const all = orderedPhases(snapshot, journey.id).map(({ id, title }, index) => ({
    id,
    title: title || t('sheets.phaseNumber', { n: index + 1 }),
  }))
  const phases = all.filter(({ id }) => wish.phaseIds?.includes(id) ?? true)
  const numbers = Array.from({ length: wish.copies }, (_, index) => index + 1)
  const each = wish.forPhases && all.length > 0 ? phases : [null]
  const cards = each.flatMap((phase) =>
    lanes.flatMap((lane) => numbers.map((number) => ({ lane, phase, number }))),
  )
  return cards.map((card, index) => ({ ...card, name: `${index + 1} / ${cards.length}` }))
}

function cutLines({ theme }: SheetSource, width: number, height: number): readonly SceneOp[] {
  const line = (points: readonly (readonly [number, number])[]): SceneOp => ({
    kind: 'path',
    segments: openPath(points),
    stroke: theme.quietInk,
    strokeWidth: 0.25,
    dash: [2, 2],
  })
  return [
    line([
      [width / 2, 0],
      [width / 2, height],
    ]),
    line([
      [0, height / 2],
      [width, height / 2],
    ]),
  ]
}

interface Size {
  readonly width: number
  readonly height: number
}

function cardOps(source: SheetSource, card: BlankCard, { width, height }: Size): readonly SceneOp[] {
  const inner = width - 2 * PAD
  const head = headOps(source, card, inner)
  const prompt = setAt(
    source,
    source.t(`sheets.prompt_${card.lane.kind}`),
    { points: 9.5, colour: source.theme.quietInk },
    { x: PAD, y: PAD + head.height + 3, width: inner },
  )
  const top = PAD + head.height + 3 + prompt.height + 1
  const hasCode = source.hasCodes
  const right = hasCode ? inner - CODE - 4 : inner
  const footTop = height - PAD - FIELD
  const codeTop = height - PAD - codeHeight(CODE)
  const write = {
    x: PAD,
    y: top,
    width: inner,
    narrow: right,
    bottom: footTop - 2,
    codeTop: hasCode ? codeTop : height,
  }
  return [
    ...lineAbove(source, card, inner),
    ...moveOps(head.ops, PAD, PAD),
    ...prompt.ops,
    ...(card.lane.kind === 'storyboard' ? sketchOps(source, write) : writingOps(source, write)),
    ...footOps(source, PAD, footTop, right),
    ...(hasCode
      ? codeOps(
          source,
          codeFor(source, card.lane.id, card.phase?.id ?? null, card.number),
          width - PAD - CODE,
          codeTop,
          CODE,
        )
      : []),
  ]
}

/** What it is from: small, at the upper edge. */
function lineAbove(source: SheetSource, { name }: BlankCard, width: number): readonly SceneOp[] {
  const style = { points: 6, colour: source.theme.quietInk, lineHeight: 1.1 }
  const y = PAD - 3.2
  const left = { x: PAD, y, width: width * 0.8, height: 2.6 }
  const right = { x: PAD + width * 0.82, y, width: width * 0.18, height: 2.6, align: 'right' as const }
  return [
    ...setInside(source, `${titleLine(source)} · ${source.date}`, style, left).ops,
    ...setInside(source, name, style, right).ops,
  ]
}

/** A bar in the lane's colour, its sign and name; the phase below, or a line to write it on. */
function headOps(source: SheetSource, { lane, phase }: BlankCard, width: number) {
  const { theme, t } = source
  const x = SIGN + 3
  const spot = { x, y: 3.2, width: width - x, height: 9 }
  const title = setInside(source, lane.title, { points: 15, font: 'bold', lineHeight: 1.2 }, spot)
  const below = 3.2 + Math.max(title.height, 6)
  const colour = strengthen(lane.colour, theme.board, 3)
  const words = phase === null ? t('sheets.phaseLine') : phase.title
  const place = setInside(
    source,
    words,
    { points: 9.5, colour: theme.quietInk },
    { x, y: below, width: width - x, height: 9 },
  )
  const line =
    phase === null
      ? [ruleAt(source, x + place.width + 2, below + place.height - 0.6, width - x - place.width - 2)]
      : []
  return {
    height: below + place.height,
    ops: [
      { kind: 'rect', x: 0, y: 0, width, height: 1.6, fill: colour } as const,
      ...opsOfSign({ name: lane.symbol, x: 0, y: 3.6, size: SIGN }, colour, theme.board),
      ...title.ops,
      ...place.ops,
      ...line,
    ],
  }
}

interface Writing {
  readonly x: number
  readonly y: number
  readonly width: number
  /** Beside the code. */
  readonly narrow: number
  readonly bottom: number
  readonly codeTop: number
}

function writingOps(
  source: SheetSource,
  { x, y, width, narrow, bottom, codeTop }: Writing,
): readonly SceneOp[] {
  const ops: SceneOp[] = []
  for (let line = y + LINE; line <= bottom; line += LINE)
    ops.push(ruleAt(source, x, line, line > codeTop - 2 ? narrow : width))
  return ops
}

/** A frame to draw in. */
function sketchOps({ theme }: SheetSource, { x, y, narrow, bottom }: Writing): readonly SceneOp[] {
  const rect = { x, y: y + 2, width: narrow, height: bottom - y - 2, radius: 2 }
  return [{ kind: 'rect', ...rect, stroke: theme.markEdge, strokeWidth: 0.35 }]
}

/** Activity and name to write, and what the card rests on to tick. */
function footOps(source: SheetSource, x: number, y: number, width: number): readonly SceneOp[] {
  const { t, theme, labels } = source
  const style = { points: 8, colour: theme.quietInk }
  const half = width / 2
  const fields = [t('sheets.activityLine'), t('sheets.nameLine')].flatMap((label, index) => {
    const left = x + index * half
    const set = setInside(source, label, style, { x: left, y, width: half / 2, height: 4.5 })
    return [...set.ops, ruleAt(source, left + set.width + 1.2, y + 3.6, half - set.width - 3)]
  })
  const quarter = width / 4
  const boxes = evidenceKinds.flatMap((kind, index): readonly SceneOp[] => {
    const left = x + index * quarter
    const spot = { x: left + 3.6, y: y + 7, width: quarter - 4.4, height: 4.2 }
    return [
      {
        kind: 'rect',
        x: left,
        y: y + 7.4,
        width: 2.6,
        height: 2.6,
        stroke: theme.quietInk,
        strokeWidth: 0.3,
      },
      ...setInside(source, labels.evidence[kind], style, spot).ops,
    ]
  })
  return [...fields, ...boxes]
}
