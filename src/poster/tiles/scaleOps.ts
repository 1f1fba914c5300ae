/** The same ops smaller or larger, for miniatures; links and bookmarks stay behind, a picture of a page has none. */
import type { SceneOp } from '../../layout/scene.ts'
import { placeSegments } from '../../layout/symbols/drawing.ts'

export function scaleOps(ops: readonly SceneOp[], by: number): readonly SceneOp[] {
  return ops.flatMap((op): readonly SceneOp[] => {
    switch (op.kind) {
      case 'path':
        return [{ ...op, segments: placeSegments(op.segments, 0, 0, by), ...strokeOf(op.strokeWidth, by) }]
      case 'text':
        return [{ ...op, x: op.x * by, baseline: op.baseline * by, size: op.size * by }]
      case 'rect':
        return [{ ...op, ...boxOf(op, by), ...radiusOf(op.radius, by), ...strokeOf(op.strokeWidth, by) }]
      case 'picture':
        return [{ ...op, ...boxOf(op, by), ...radiusOf(op.radius, by) }]
      case 'clip':
        return [{ ...op, ...boxOf(op, by) }]
      case 'restore':
        return [op]
      case 'link':
      case 'bookmark':
        return []
    }
  })
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const boxOf = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
})

const strokeOf = (width: number | undefined, by: number) =>
  width === undefined ? {} : { strokeWidth: width * by }

const radiusOf = (radius: number | undefined, by: number) =>
  radius === undefined ? {} : { radius: radius * by }
