/** `/wall/:id`: the workshop for the room. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Loading } from '../../ui/Loading.tsx'
import { OpenFailureScreen } from '../session/OpenFailureScreen.tsx'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { useWorkshopSession } from '../session/useWorkshopSession.ts'
import { WallFrame } from './WallFrame.tsx'

export function WallPage({ workshopId }: { readonly workshopId: string }) {
  const t = useTranslate()
  const { current, retry } = useWorkshopSession(workshopId)
  if (current.state === 'opening') return <Loading label={t('app.loading')} />
  if (current.state === 'failed') {
    return <OpenFailureScreen workshopId={workshopId} failure={current.failure} onRetry={retry} />
  }
  return (
    <SessionProvider session={current.session}>
      <WallFrame session={current.session} />
    </SessionProvider>
  )
}
