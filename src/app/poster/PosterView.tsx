/** The poster panel with the engine behind it. */
import { useEffect, useMemo, useState } from 'react'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { drawScene } from '../../canvas/far/drawScene.ts'
import { PosterPanel } from '../../features/poster/Panel.tsx'
import type { PosterTools, SceneView } from '../../features/poster/posterTools.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Scene } from '../../layout/scene.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { posterOffer } from './posterOffer.ts'
import { snapshotShowing } from './snapshotShowing.ts'
import { createPosterEngine } from './posterEngine.ts'

export function PosterView({ session }: { readonly session: WorkshopSession }) {
  const { device, clock, logger } = useServices()
  const [engine] = useState(() =>
    createPosterEngine({ media: device.ok ? device.value.media : null, clock, logger }),
  )
  useEffect(() => engine.close, [engine])
  const t = useTranslate()
  const journeyId = useShownJourney()?.id ?? null
  const whole = useSnapshot((all) => all)
  const snapshot = useMemo(() => snapshotShowing(whole, journeyId), [whole, journeyId])
  const tools = useMemo<PosterTools>(() => {
    const now = () => snapshotShowing(session.document.snapshot(), journeyId)
    return {
      offer: posterOffer(snapshot, t),
      revision: snapshot,
      preview: (wish) => engine.preview(now(), wish),
      print: (wish, options) => engine.print(now(), wish, options),
      draw,
    }
  }, [engine, session, snapshot, journeyId, t])
  return <PosterPanel key={journeyId} tools={tools} />
}

/** Where a poster is cut: visible on every ground, and no colour of the map. */
const CUT = '#c8242b'

function draw(canvas: HTMLCanvasElement, scene: Scene, { left, top, scale, parts }: SceneView): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale)
  drawScene(context, scene.ops, { scale, picture: () => undefined })
  context.strokeStyle = CUT
  context.lineWidth = 1.5 / scale
  for (const part of parts) context.strokeRect(part.x, part.y, part.width, part.height)
}
