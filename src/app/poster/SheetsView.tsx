/** The panel of sheets with the engine behind it. */
import { useEffect, useMemo, useState } from 'react'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { SheetsPanel } from '../../features/poster/sheets/SheetsPanel.tsx'
import type { SheetTools } from '../../features/poster/sheets/sheetTools.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { drawPreview } from './drawPreview.ts'
import { posterOffer } from './posterOffer.ts'
import { createSheetEngine } from './sheetEngine.ts'
import { snapshotShowing } from './snapshotShowing.ts'

export function SheetsView({ session }: { readonly session: WorkshopSession }) {
  const { device, clock, logger } = useServices()
  const [engine] = useState(() =>
    createSheetEngine({ media: device.ok ? device.value.media : null, clock, logger }),
  )
  useEffect(() => engine.close, [engine])
  const t = useTranslate()
  const journeyId = useShownJourney()?.id ?? null
  const whole = useSnapshot((all) => all)
  const snapshot = useMemo(() => snapshotShowing(whole, journeyId), [whole, journeyId])
  const tools = useMemo<SheetTools>(() => {
    const now = () => snapshotShowing(session.document.snapshot(), journeyId)
    return {
      offer: posterOffer(snapshot, t),
      revision: snapshot,
      preview: (order) => engine.preview(now(), order),
      print: (order, options) => engine.print(now(), order, options),
      draw: drawPreview,
    }
  }, [engine, session, snapshot, journeyId, t])
  return <SheetsPanel key={journeyId} tools={tools} />
}
