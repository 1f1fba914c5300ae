/** `/wall/:id`: the workshop for the room. */
import { OpenedWorkshop } from '../session/OpenedWorkshop.tsx'
import { WallFrame } from './WallFrame.tsx'

export function WallPage({ workshopId }: { readonly workshopId: string }) {
  return (
    <OpenedWorkshop workshopId={workshopId}>{(session) => <WallFrame session={session} />}</OpenedWorkshop>
  )
}
