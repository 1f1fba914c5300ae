/** The frame around a workshop: top bar, views, tools, the sheet beside the map. The map itself stays mounted behind. */
import { useMemo, useRef } from 'react'
import type { MapCanvasHandle } from '../../canvas/MapCanvasProps.ts'
import { WorkshopNotices } from '../room/WorkshopNotices.tsx'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { FrameContext } from './FrameContext.ts'
import { createFrameStore } from './frameStore.ts'
import { MapArea } from './MapArea.tsx'
import { ExchangeArea } from '../exchange/ExchangeArea.tsx'
import { ShownJourney } from './ShownJourney.tsx'
import { SideArea } from './SideArea.tsx'
import { PdfPagesDialog } from '../pdf/PdfPagesDialog.tsx'
import { PaperOffers } from '../paper/PaperOffers.tsx'
import { InterruptedCapture } from '../pictures/InterruptedCapture.tsx'
import { ToolBar } from './ToolBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useFetchAhead } from '../useFetchAhead.ts'
import { useDamageNotice } from './useDamageNotice.ts'
import { useGapNotice } from './useGapNotice.ts'
import { useThumbnail } from './useThumbnail.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { ViewArea } from './ViewArea.tsx'
import { ViewRail } from './ViewRail.tsx'
import type { View } from './views.ts'
import { useLostWork } from '../session/useLostWork.ts'
import { usePresentPerson } from '../session/usePresentPerson.ts'
import { useWorkshopTitle } from './useWorkshopTitle.ts'
import './WorkshopFrame.css'

export interface WorkshopFrameProps {
  readonly session: WorkshopSession
  readonly view: View
}

export function WorkshopFrame({ session, view }: WorkshopFrameProps) {
  const map = useRef<MapCanvasHandle | null>(null)
  const frame = useMemo(() => ({ session, store: createFrameStore(), map }), [session])
  usePresentPerson(session, false)
  useWorkshopTitle(view)
  useThumbnail(session)
  useDamageNotice(session)
  useGapNotice(session)
  useLostWork(session)
  useFetchAhead()
  useUndoKeys()
  return (
    <FrameContext value={frame}>
      <ShownJourney>
        <div className="et-frame">
          <TopBar view={view} />
          <ViewRail view={view} />
          <main className="et-frame__stage">
            <MapArea isShown={view === 'map'} />
            {view === 'map' ? null : <ViewArea view={view} />}
          </main>
          {view === 'map' ? <ToolBar /> : null}
          <InterruptedCapture />
          <PaperOffers />
          <PdfPagesDialog />
          <SideArea hasInspector={view === 'map'} />
          <ExchangeArea />
          <WorkshopNotices session={session} />
        </div>
      </ShownJourney>
    </FrameContext>
  )
}
