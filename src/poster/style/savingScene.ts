/**
 * A scene that needs little ink: areas become outlines, light writing on what was dark becomes dark. Small things (signs,
 * faces, chips) stay filled, because they are told apart by it and cost nothing.
 */
import type { Rect, Scene, SceneOp } from '../../layout/scene.ts'
import { luminance } from '../../layout/colour.ts'

const INK = '#2a2520'
const PAPER = '#ffffff'
/** Square millimetres; a chip of a touchpoint has 20 on A0. */
const LARGE = 60
/** Grounds that are nearly white were there to guide the eye; outlines of them would only add lines. */
const PALE = 0.8
const LIGHT = 0.4
const OUTLINE = 0.35

type Shape = Extract<SceneOp, { kind: 'rect' | 'path' }>

export function savingScene(scene: Scene): Scene {
  /** Filled shapes so far, with what has become of them. */
  const grounds: { readonly area: Rect; readonly emptied: boolean }[] = []
  const ops = scene.ops.map((op): SceneOp => {
    if (op.kind === 'text')
      return luminance(op.colour) > LIGHT && standsOnEmptied(op, grounds) ? { ...op, colour: INK } : op
    if (op.kind !== 'rect' && op.kind !== 'path') return op
    if (op.fill === undefined) return op
    const area = areaOf(op)
    const emptied = area.width * area.height > LARGE
    grounds.push({ area, emptied })
    return emptied ? emptiedShape(op, op.fill) : op
  })
  return { ...scene, ops }
}

function emptiedShape(op: Shape, fill: string): Shape {
  if (op.stroke !== undefined || luminance(fill) > PALE) return { ...op, fill: PAPER }
  return { ...op, fill: PAPER, stroke: fill, strokeWidth: OUTLINE }
}

/** The last shape under the start of a line is what it stands on. */
function standsOnEmptied(
  { x, baseline, size }: Extract<SceneOp, { kind: 'text' }>,
  grounds: readonly { readonly area: Rect; readonly emptied: boolean }[],
): boolean {
  const [left, middle] = [x + size * 0.1, baseline - size * 0.3]
  return grounds.findLast(({ area }) => holds(area, left, middle))?.emptied ?? false
}

function holds({ x, y, width, height }: Rect, left: number, top: number): boolean {
  return left >= x && left <= x + width && top >= y && top <= y + height
}

function areaOf(op: Shape): Rect {
  if (op.kind === 'rect') return op
  const ends = op.segments.flatMap((segment) =>
    segment[0] === 'Z' ? [] : [segment.slice(-2) as [number, number]],
  )
  const [xs, ys] = [ends.map(([x]) => x), ends.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
