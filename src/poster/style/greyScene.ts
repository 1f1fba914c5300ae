/**
 * A scene in greys of the same luminance: contrast is computed from luminance, so what could be read in colour can be
 * read in grey. What colour tells is told by shape as well (dashes, faces, signs), which the layout sees to.
 */
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { luminance } from '../../layout/colour.ts'

export function greyScene(scene: Scene): Scene {
  return { ...scene, ops: scene.ops.map(inGrey) }
}

function inGrey(op: SceneOp): SceneOp {
  switch (op.kind) {
    case 'rect':
    case 'path':
      return {
        ...op,
        ...(op.fill === undefined ? {} : { fill: greyOf(op.fill) }),
        ...(op.stroke === undefined ? {} : { stroke: greyOf(op.stroke) }),
      }
    case 'text':
      return { ...op, colour: greyOf(op.colour) }
    default:
      return op
  }
}

function greyOf(colour: string): string {
  const light = luminance(colour)
  // The inverse of the transfer curve in `luminance`.
  const level = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  const hex = Math.round(level * 255)
    .toString(16)
    .padStart(2, '0')
  return `#${hex}${hex}${hex}`
}
