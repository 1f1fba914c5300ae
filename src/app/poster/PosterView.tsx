/** The poster panel with the engine behind it. */
import { useEffect, useMemo, useState } from 'react'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { PosterPanel } from '../../features/poster/Panel.tsx'
import type { PosterTools } from '../../features/poster/posterTools.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { drawPreview } from './drawPreview.ts'
import { posterOffer } from './posterOffer.ts'
import { snapshotShowing } from './snapshotShowing.ts'
import { createPosterEngine } from './posterEngine.ts'
import { usePrintHouse } from './usePrintHouse.ts'
import { useReaderLink } from './useReaderLink.ts'

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
  const { assets, house } = usePrintHouse()
  const link = useReaderLink(session)
  const material = useMemo(() => ({ assets, link }), [assets, link])
  const tools = useMemo<PosterTools>(() => {
    const now = () => snapshotShowing(session.document.snapshot(), journeyId)
    return {
      offer: posterOffer(snapshot, t),
      house,
      hasLink: link !== null,
      revision: snapshot,
      preview: (wish) => engine.preview(now(), wish, material),
      print: (wish, options) => engine.print(now(), wish, material, options),
      draw: drawPreview,
    }
  }, [engine, session, snapshot, journeyId, house, link, material, t])
  return <PosterPanel key={journeyId} tools={tools} />
}
