/** `/w/:id`: the workshop with the frame around it. */
import { OpenedWorkshop } from '../session/OpenedWorkshop.tsx'
import { viewOf } from './views.ts'
import { WorkshopFrame } from './WorkshopFrame.tsx'

export interface WorkshopPageProps {
  readonly workshopId: string
  readonly panel: string | undefined
}

export function WorkshopPage({ workshopId, panel }: WorkshopPageProps) {
  return (
    <OpenedWorkshop workshopId={workshopId}>
      {(session) => <WorkshopFrame session={session} view={viewOf(panel)} />}
    </OpenedWorkshop>
  )
}
