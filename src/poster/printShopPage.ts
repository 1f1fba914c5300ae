/**
 * A page as print shops want it: the poster with room around it, bleed, crop marks and the boxes in the file that tell
 * their software what is cut off. The poster itself keeps its exact size.
 */
import { moveOps } from '../layout/ops/moveOps.ts'
import type { Colour, Scene, SceneOp, Segment } from '../layout/scene.ts'

/** Millimetres that colour reaches beyond the cut, and that the page reaches beyond the poster. */
const BLEED = 3
const ROOM = 12
const MARK = 6
const INK = '#000000'

export function printShopPage(scene: Scene, ground: Colour): Scene {
  const [width, height] = [scene.width + 2 * ROOM, scene.height + 2 * ROOM]
  const bleed = {
    x: ROOM - BLEED,
    y: ROOM - BLEED,
    width: scene.width + 2 * BLEED,
    height: scene.height + 2 * BLEED,
  }
  const marks: SceneOp = { kind: 'path', segments: cropMarks(scene), stroke: INK, strokeWidth: 0.25 }
  return {
    width,
    height,
    boxes: { trim: { x: ROOM, y: ROOM, width: scene.width, height: scene.height }, bleed },
    ops: [{ kind: 'rect', ...bleed, fill: ground }, ...moveOps(scene.ops, ROOM, ROOM), marks],
  }
}

/** Outside the bleed, so that no mark is left on the poster. */
function cropMarks({ width, height }: Scene): readonly Segment[] {
  const segments: Segment[] = []
  const reach = ROOM - BLEED - 1
  for (const [x, outX] of [
    [ROOM, -1],
    [ROOM + width, 1],
  ] as const)
    for (const [y, outY] of [
      [ROOM, -1],
      [ROOM + height, 1],
    ] as const) {
      const near = BLEED + 1
      const far = Math.min(near + MARK, near + reach)
      segments.push(['M', x + outX * near, y], ['L', x + outX * far, y])
      segments.push(['M', x, y + outY * near], ['L', x, y + outY * far])
    }
  return segments
}
