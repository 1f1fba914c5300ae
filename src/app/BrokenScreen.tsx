/** What is left when a screen broke: what happened, what is safe, what to do. */
import { House, RotateCw } from 'lucide-react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import './CentredPage.css'

export interface BrokenScreenProps {
  readonly error: unknown
  readonly onRetry: () => void
}

export function BrokenScreen({ error, onRetry }: BrokenScreenProps) {
  const t = useTranslate()
  return (
    <main className="et-centred">
      <Callout
        tone="error"
        title={t('app.brokenTitle')}
        actions={
          <>
            <Button tone="primary" icon={<RotateCw />} onClick={onRetry}>
              {t('common.retry')}
            </Button>
            <Button icon={<House />} onClick={() => window.location.assign('/')}>
              {t('app.toHome')}
            </Button>
          </>
        }
      >
        <p>{t('app.brokenText')}</p>
        <p className="et-centred__detail">{error instanceof Error ? error.message : String(error)}</p>
      </Callout>
    </main>
  )
}
