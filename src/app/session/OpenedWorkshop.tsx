/** Opens a workshop for a page, says why it cannot be opened, and draws the page over it. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Loading } from '../../ui/Loading.tsx'
import { OpenFailureScreen } from './OpenFailureScreen.tsx'
import { SessionProvider } from './SessionProvider.tsx'
import { useWorkshopSession } from './useWorkshopSession.ts'
import type { WorkshopSession } from './workshopSession.ts'

export interface OpenedWorkshopProps {
  readonly workshopId: string
  readonly children: (session: WorkshopSession) => ReactNode
}

export function OpenedWorkshop({ workshopId, children }: OpenedWorkshopProps) {
  const t = useTranslate()
  const { current, retry } = useWorkshopSession(workshopId)
  if (current.state === 'opening') return <Loading label={t('app.loading')} />
  if (current.state === 'failed') {
    return <OpenFailureScreen workshopId={workshopId} failure={current.failure} onRetry={retry} />
  }
  return <SessionProvider session={current.session}>{children(current.session)}</SessionProvider>
}
