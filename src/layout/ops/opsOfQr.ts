/**
 * A QR code as a scene: one path of dark modules on paper with the empty border that scanners need. Black on white in
 * every style, and vector, so that it stays sharp at any size.
 */
import { encodeQR } from 'qr'
import type { Rect, SceneOp, Segment } from '../scene.ts'
import { box } from '../symbols/drawing.ts'

/** In modules. */
const QUIET = 4
/** Rows reach into each other by this share of a module: viewers leave hairlines between what only touches. */
const OVERLAP = 0.04

/** `spare`: how much of it may be covered or worn; a quarter (`quartile`) where pens and thumbs come. */
export function opsOfQr(
  text: string,
  { x, y, width }: Pick<Rect, 'x' | 'y' | 'width'>,
  spare: 'medium' | 'quartile' = 'medium',
): readonly SceneOp[] {
  const modules = encodeQR(text, 'raw', { border: QUIET, ecc: spare })
  const side = width / modules.length
  const rows = modules.map((row, index) =>
    runsOf(row).flatMap(([from, to]) =>
      box(x + from * side, y + index * side, (to - from) * side, side * (1 + OVERLAP)),
    ),
  )
  return [
    { kind: 'rect', x, y, width, height: width, fill: '#ffffff' },
    // A path for each row: small shapes keep their ink where ink is saved.
    ...rows.flatMap((segments: readonly Segment[]): readonly SceneOp[] =>
      segments.length === 0 ? [] : [{ kind: 'path', segments, fill: '#000000' }],
    ),
  ]
}

/** Dark neighbours of a row. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = []
  for (const [index, dark] of row.entries()) {
    if (!dark) continue
    const last = runs.at(-1)
    if (last?.[1] === index) last[1] = index + 1
    else runs.push([index, index + 1])
  }
  return runs
}
