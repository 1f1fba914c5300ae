/** Shown when a newer app in another tab took over the storage: going on here would write nowhere. */
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { reloadPage } from './reloadPage.ts'
import './CentredPage.css'

export function SupersededNotice() {
  const t = useTranslate()
  return (
    <main className="et-centred">
      <Callout
        tone="warning"
        title={t('app.supersededTitle')}
        actions={
          <Button tone="primary" onClick={reloadPage}>
            {t('app.reload')}
          </Button>
        }
      >
        <p>{t('app.supersededText')}</p>
      </Callout>
    </main>
  )
}
