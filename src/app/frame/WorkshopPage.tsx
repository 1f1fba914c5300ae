/** `/w/:id`: opens the workshop, says why it cannot be opened, and draws the frame around it. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useWorkshopSession } from '../session/useWorkshopSession.ts'
import { OpenFailureScreen } from '../session/OpenFailureScreen.tsx'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { viewOf } from './views.ts'
import { WorkshopFrame } from './WorkshopFrame.tsx'

export interface WorkshopPageProps {
  readonly workshopId: string
  readonly panel: string | undefined
}

export function WorkshopPage({ workshopId, panel }: WorkshopPageProps) {
  const t = useTranslate()
  const { current, retry } = useWorkshopSession(workshopId)
  if (current.state === 'opening') return <Loading label={t('app.loading')} />
  if (current.state === 'failed') {
    return <OpenFailureScreen workshopId={workshopId} failure={current.failure} onRetry={retry} />
  }
  return (
    <SessionProvider session={current.session}>
      <WorkshopFrame session={current.session} view={viewOf(panel)} />
    </SessionProvider>
  )
}
