/**
 * A symbol is a handful of vector shapes in a box of 24 × 24, drawn with roles instead of colours, so that one drawing
 * serves light, dark and print. Symbols are never glyphs: no font decides how a pain point looks.
 */
import type { Colour, SceneOp, Segment } from '../scene.ts'

export type InkRole = 'main' | 'paper' | 'ink'

export interface SymbolShape {
  readonly segments: readonly Segment[]
  readonly fill?: InkRole
  readonly stroke?: InkRole
  /** In units of the 24 box. */
  readonly strokeWidth?: number
}

export type SymbolDrawing = readonly SymbolShape[]
export type SymbolColours = Readonly<Record<InkRole, Colour>>

export const SYMBOL_BOX = 24
const KAPPA = 0.5523

export function circle(cx: number, cy: number, r: number): readonly Segment[] {
  return ellipse(cx, cy, r, r)
}

export function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Segment[] {
  const kx = rx * KAPPA
  const ky = ry * KAPPA
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}

export function polygon(points: readonly (readonly [number, number])[]): readonly Segment[] {
  return [...openPath(points), ['Z']]
}

export function openPath(points: readonly (readonly [number, number])[]): readonly Segment[] {
  return points.map(([x, y], index): Segment => [index === 0 ? 'M' : 'L', x, y])
}

export function box(x: number, y: number, width: number, height: number): readonly Segment[] {
  return polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

function moveSegment(segment: Segment, x: number, y: number, scale: number): Segment {
  switch (segment[0]) {
    case 'Z':
      return segment
    case 'C':
      return [
        'C',
        x + segment[1] * scale,
        y + segment[2] * scale,
        x + segment[3] * scale,
        y + segment[4] * scale,
        x + segment[5] * scale,
        y + segment[6] * scale,
      ]
    default:
      return [segment[0], x + segment[1] * scale, y + segment[2] * scale]
  }
}

export function placeSegments(
  segments: readonly Segment[],
  x: number,
  y: number,
  scale: number,
): readonly Segment[] {
  return segments.map((segment) => moveSegment(segment, x, y, scale))
}

/** The symbol with its box's top left corner at x, y and `size` millimetres wide and high. */
export function opsOfSymbol(
  drawing: SymbolDrawing,
  x: number,
  y: number,
  size: number,
  colours: SymbolColours,
): readonly SceneOp[] {
  const scale = size / SYMBOL_BOX
  return drawing.map((shape) => ({
    kind: 'path',
    segments: placeSegments(shape.segments, x, y, scale),
    ...(shape.fill && { fill: colours[shape.fill] }),
    ...(shape.stroke && { stroke: colours[shape.stroke], strokeWidth: (shape.strokeWidth ?? 2) * scale }),
  }))
}
