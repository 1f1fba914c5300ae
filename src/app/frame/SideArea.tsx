/** What stands beside the map: the inspector of what is selected, or people, bin, health; and the share dialog above. */
import { CommentsArea } from './CommentsArea.tsx'
import { FacilitationArea } from './FacilitationArea.tsx'
import { HealthArea } from './HealthArea.tsx'
import { HistoryArea } from './HistoryArea.tsx'
import { BinPanel } from '../../features/bin/Panel.tsx'
import { PeoplePanel } from '../../features/people/Panel.tsx'
import { useServices } from '../ServicesContext.ts'
import { usePeers } from '../session/useOthers.ts'
import { useFrame, useFrameState } from './FrameContext.ts'
import type { SideSheet } from './frameStore.ts'
import { InspectorArea } from './InspectorArea.tsx'
import { JourneysArea } from './JourneysArea.tsx'
import { ShareArea } from './ShareArea.tsx'
import './SideArea.css'

export function SideArea({ hasInspector }: { readonly hasInspector: boolean }) {
  const { store } = useFrame()
  const sheet = useFrameState((state) => state.sheet)
  const isSharing = useFrameState((state) => state.isSharing)
  return (
    <>
      <div className="et-side">
        {sheet === null ? hasInspector ? <InspectorArea /> : null : <OpenSheet sheet={sheet} />}
      </div>
      {isSharing ? <ShareArea onClose={() => store.set({ isSharing: false })} /> : null}
    </>
  )
}

function OpenSheet({ sheet }: { readonly sheet: SideSheet }) {
  const { session, store } = useFrame()
  const { clock } = useServices()
  const peers = usePeers(session)
  const close = () => store.set({ sheet: null })
  switch (sheet) {
    case 'health':
      return <HealthArea onClose={close} />
    case 'people':
      return (
        <PeoplePanel
          present={new Set(peers.filter((peer) => !peer.away).map((peer) => peer.person.id))}
          onSwitch={(personId) => {
            void session.switchPerson(personId)
            close()
          }}
          onClose={close}
        />
      )
    case 'bin':
      return <BinPanel now={clock.now()} onClose={close} />
    case 'history':
      return <HistoryArea onClose={close} />
    case 'comments':
      return <CommentsArea onClose={close} />
    case 'journeys':
      return <JourneysArea onClose={close} />
    case 'facilitation':
      return <FacilitationArea onClose={close} />
  }
}
