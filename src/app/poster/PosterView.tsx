/** The poster panel with the engine behind it. */
import { useEffect, useMemo, useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { drawScene } from '../../canvas/far/drawScene.ts'
import { PosterPanel } from '../../features/poster/Panel.tsx'
import type { PosterTools } from '../../features/poster/posterTools.ts'
import type { Scene } from '../../layout/scene.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { createPosterEngine } from './posterEngine.ts'

export function PosterView({ session }: { readonly session: WorkshopSession }) {
  const { device, clock, logger } = useServices()
  const [engine] = useState(() =>
    createPosterEngine({ media: device.ok ? device.value.media : null, clock, logger }),
  )
  useEffect(() => engine.close, [engine])
  const snapshot = useSnapshot((whole) => whole)
  const tools = useMemo<PosterTools>(
    () => ({
      revision: snapshot,
      preview: (wish) => engine.preview(session.document.snapshot(), wish),
      print: (wish, options) => engine.print(session.document.snapshot(), wish, options),
      draw,
    }),
    [engine, session, snapshot],
  )
  return <PosterPanel tools={tools} />
}

function draw(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const scale = canvas.width / scene.width
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, scene.width, scene.height)
  drawScene(context, scene.ops, { scale, picture: () => undefined })
}
