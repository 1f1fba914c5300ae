/** Draws what is in sight of a poster or of sheets, and where pages end. */
import { drawScene } from '../../canvas/far/drawScene.ts'
import type { SceneView } from '../../features/poster/posterTools.ts'
import type { Scene } from '../../layout/scene.ts'

/** Where a poster is cut: visible on every ground, and no colour of the map. */
const CUT = '#c8242b'

export function drawPreview(
  canvas: HTMLCanvasElement,
  scene: Scene,
  { left, top, scale, parts, images }: SceneView,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale)
  drawScene(context, scene.ops, { scale, picture: (id) => images?.get(id) })
  context.strokeStyle = CUT
  context.lineWidth = 1.5 / scale
  for (const part of parts) context.strokeRect(part.x, part.y, part.width, part.height)
}
