/** An address that leads nowhere. */
import { House } from 'lucide-react'
import { useLocation } from 'wouter'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { usePageTitle } from './usePageTitle.ts'
import './CentredPage.css'

export function NotFoundPage() {
  const t = useTranslate()
  const [, navigate] = useLocation()
  usePageTitle(t('app.notFoundTitle'))
  return (
    <main className="et-centred">
      <EmptyState
        title={t('app.notFoundTitle')}
        action={
          <Button tone="primary" icon={<House />} onClick={() => navigate('/')}>
            {t('app.toHome')}
          </Button>
        }
      >
        <p>{t('app.notFoundText')}</p>
      </EmptyState>
    </main>
  )
}
