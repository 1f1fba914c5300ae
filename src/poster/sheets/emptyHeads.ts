/** Phase arrows, activity arrows and lane titles of an empty map. */
import { arrowOutline } from '../../layout/arrows.ts'
import { readableInk, strengthen } from '../../layout/colour.ts'
import { opsOfSign } from '../../layout/ops/opsOfSigns.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { EmptyColumn, EmptyPhase } from './emptyColumns.ts'
import type { SheetLane } from './sheetLanes.ts'
import { setInside, type SheetSource } from './sheetSource.ts'
import { ruleAt } from './textPieces.ts'

export function phaseOps(
  source: SheetSource,
  phase: EmptyPhase,
  row: Rect,
  scale: number,
): readonly SceneOp[] {
  const { theme } = source
  const tip = row.height * 0.3
  const rect = { x: phase.x + 0.4, y: row.y, width: phase.width - tip - 0.8, height: row.height }
  const filled = phase.colour !== null
  const text = setCentred(
    source,
    phase.title,
    11 * (0.4 + 0.6 * scale),
    {
      x: rect.x + tip * 1.3,
      y: rect.y + row.height * 0.08,
      width: rect.width - tip * 1.3,
      height: row.height * 0.84,
    },
    filled ? readableInk(phase.colour ?? theme.board) : theme.ink,
  )
  return [
    {
      kind: 'path',
      segments: arrowOutline(rect, tip, true),
      ...(phase.colour === null ? { stroke: theme.quietInk, strokeWidth: 0.4 } : { fill: phase.colour }),
    },
    ...text,
  ]
}

/** An outlined arrow: what stands in it is written by hand, unless the activity is there already. */
export function activityOps(
  source: SheetSource,
  column: EmptyColumn,
  row: Rect,
  scale: number,
): readonly SceneOp[] {
  const tip = Math.min(row.height * 0.22, column.width * 0.12)
  const rect = { x: column.x + 0.6, y: row.y, width: column.width - tip - 1.2, height: row.height }
  const inner = {
    x: rect.x + tip + 1,
    y: rect.y + 1.2,
    width: rect.width - tip - 1.6,
    height: rect.height - 2.4,
  }
  const spacing = 5.5 + 1.6 * scale
  const lines: SceneOp[] = []
  if (column.activity.trim() === '')
    for (let y = inner.y + spacing; y < inner.y + inner.height; y += spacing)
      lines.push(ruleAt(source, inner.x, y, inner.width))
  return [
    {
      kind: 'path',
      segments: arrowOutline(rect, tip, true),
      stroke: source.theme.activity,
      strokeWidth: 0.5,
    },
    ...lines,
    ...setInside(source, column.activity, { points: 9.5 * (0.4 + 0.6 * scale) }, inner).ops,
  ]
}

export function laneTitleOps(
  source: SheetSource,
  lane: SheetLane,
  rect: Rect,
  scale: number,
): readonly SceneOp[] {
  const { theme } = source
  const by = 0.35 + 0.65 * scale
  const colour = strengthen(lane.colour, theme.board, 3)
  const sign = Math.min(4.4 * by, rect.height * 0.6)
  const x = rect.x + 2.2 * by
  const isThin = lane.kind === 'lineOfVisibility'
  const top = isThin ? rect.y : rect.y + 1.2 * by
  return [
    { kind: 'rect', x: rect.x, y: rect.y + 0.4, width: 1.1 * by, height: rect.height - 0.8, fill: colour },
    ...(isThin ? [] : opsOfSign({ name: lane.symbol, x, y: top, size: sign }, colour, theme.board)),
    ...setInside(
      source,
      lane.title,
      { points: 9.5 * by, font: 'bold', lineHeight: 1.15 },
      {
        x: isThin ? x : x + sign + 1.2 * by,
        y: top,
        width: rect.x + rect.width - x - (isThin ? 0 : sign + 1.2 * by) - 1.5 * by,
        height: rect.height - (top - rect.y) - 0.4,
      },
    ).ops,
  ]
}

/** Where the picture of the persona is pinned. */
export function personaOps(source: SheetSource, rect: Rect, scale: number): readonly SceneOp[] {
  const { snapshot, journey, theme, t } = source
  const by = 0.35 + 0.65 * scale
  const names = journey.personaIds.flatMap(
    (id) => snapshot.personas.get(standsFor(snapshot, 'personas', id))?.name ?? [],
  )
  const words = [t('sheets.persona'), ...names].join('\n')
  const spot = {
    x: rect.x + 2 * by,
    y: rect.y + 1.5 * by,
    width: rect.width - 4 * by,
    height: rect.height - 3 * by,
  }
  return [
    { kind: 'rect', ...rect, radius: 2 * by, stroke: theme.markEdge, strokeWidth: 0.35 },
    ...setInside(source, words, { points: 9 * by, colour: theme.quietInk }, spot).ops,
  ]
}

function setCentred(
  source: SheetSource,
  text: string,
  points: number,
  box: Rect,
  colour: string,
): readonly SceneOp[] {
  const style = { points, font: 'bold' as const, lineHeight: 1.1, colour }
  const { height } = setInside(source, text, style, { ...box, align: 'centre' })
  const y = box.y + (box.height - height) / 2
  return setInside(source, text, style, { ...box, y, height: height + 1e-6, align: 'centre' }).ops
}
