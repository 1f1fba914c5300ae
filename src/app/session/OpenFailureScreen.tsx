/** Why a workshop cannot be shown. Says what is safe and what to do; never shows an empty map instead. */
import { ArchiveRestore, House, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { usePageTitle } from '../usePageTitle.ts'
import type { OpenFailure } from './openFailure.ts'
import '../CentredPage.css'

export interface OpenFailureScreenProps {
  readonly workshopId: string
  readonly failure: OpenFailure
  readonly onRetry: () => void
}

export function OpenFailureScreen({ workshopId, failure, onRetry }: OpenFailureScreenProps) {
  const [, navigate] = useLocation()
  const t = useTranslate()
  usePageTitle(t(failure.code === 'notHere' ? 'app.notHereTitle' : 'app.loadFailedTitle'))
  const toHome = (
    <Button icon={<House />} onClick={() => navigate('/')}>
      {t('app.toHome')}
    </Button>
  )
  return (
    <main className="et-centred">
      <FailureText workshopId={workshopId} failure={failure} onRetry={onRetry} toHome={toHome} />
    </main>
  )
}

function FailureText(props: OpenFailureScreenProps & { readonly toHome: ReactNode }) {
  const { workshopId, failure, onRetry, toHome } = props
  const t = useTranslate()
  const { device } = useServices()
  switch (failure.code) {
    case 'notHere':
      return (
        <EmptyState title={t('app.notHereTitle')} action={toHome}>
          <p>{t('app.notHereText')}</p>
        </EmptyState>
      )
    case 'binned': {
      const restore = () => {
        if (device.ok) void device.value.catalogue.restore(workshopId).then(onRetry)
      }
      const title = failure.entry.title === '' ? t('home.untitled') : failure.entry.title
      return (
        <EmptyState
          title={t('app.binnedTitle', { title })}
          action={
            <div className="et-row">
              <Button tone="primary" icon={<ArchiveRestore />} onClick={restore}>
                {t('common.restore')}
              </Button>
              {toHome}
            </div>
          }
        >
          <p>{t('app.binnedText')}</p>
        </EmptyState>
      )
    }
    case 'noStorage':
    case 'loadFailed': {
      const retry = (
        <Button tone="primary" icon={<RotateCw />} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )
      return (
        <Callout
          tone="error"
          title={t('app.loadFailedTitle')}
          actions={
            <>
              {retry}
              {toHome}
            </>
          }
        >
          <p>{t('app.loadFailedText', { reason: reasonText(t, failure.failure) })}</p>
        </Callout>
      )
    }
  }
}
