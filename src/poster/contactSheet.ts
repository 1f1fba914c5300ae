/** Several scenes as one picture to look at, in rows, with the area of each: the dialog shows posters side by side. */
import { moveOps } from '../layout/ops/moveOps.ts'
import type { Rect, Scene, SceneOp } from '../layout/scene.ts'

export interface ContactSheet {
  readonly scene: Scene
  /** Where each scene lies; empty when there is only one. */
  readonly areas: readonly Rect[]
}

/** Millimetres per millimetre of height between neighbours. */
const GAP = 0.04
const GROUND = '#e9e1d4'

export function contactSheet(scenes: readonly Scene[]): ContactSheet {
  const [first] = scenes
  if (first === undefined) throw new Error('there is nothing to show')
  if (scenes.length === 1) return { scene: first, areas: [] }
  const [width, height] = [
    Math.max(...scenes.map((one) => one.width)),
    Math.max(...scenes.map((one) => one.height)),
  ]
  const columns = scenes.length === 2 ? 2 : Math.ceil(Math.sqrt(scenes.length))
  const gap = height * GAP
  const areas = scenes.map((scene, index) => ({
    x: (index % columns) * (width + gap),
    y: Math.floor(index / columns) * (height + gap),
    width: scene.width,
    height: scene.height,
  }))
  const rows = Math.ceil(scenes.length / columns)
  const whole = { width: columns * (width + gap) - gap, height: rows * (height + gap) - gap }
  const ground: SceneOp = { kind: 'rect', x: 0, y: 0, ...whole, fill: GROUND }
  const pictures = scenes.flatMap(({ ops }, index) =>
    moveOps(ops, areas[index]?.x ?? 0, areas[index]?.y ?? 0),
  )
  return { scene: { ...whole, ops: [ground, ...pictures] }, areas }
}
