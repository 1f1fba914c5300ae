/** Stands in the share dialog when it comes back after new links were made: below it everything looks as before. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Callout } from '../../ui/Callout.tsx'

export function NewLinksNotice() {
  const t = useTranslate()
  return (
    <Callout title={t('room.newLinksReady')}>
      <p>{t('room.newLinksHandOut')}</p>
    </Callout>
  )
}
