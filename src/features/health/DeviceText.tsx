/** What is true about this device, in sentences. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { formatWhen } from '../../ui/formatWhen.ts'
import type { HealthFacts } from './healthFacts.ts'

type DeviceTextProps = Pick<HealthFacts, 'save' | 'saveReason' | 'recovered' | 'hasGaps' | 'now'>

export function DeviceText(props: DeviceTextProps) {
  const t = useTranslate()
  return (
    <>
      <SaveText {...props} />
      {props.recovered ? <p className="et-health__bad">{t('health.deviceRecovered')}</p> : null}
      {props.hasGaps ? <p>{t('health.deviceGaps')}</p> : null}
    </>
  )
}

function SaveText({ save, saveReason, now }: DeviceTextProps) {
  const t = useTranslate()
  const locale = useLocale()
  switch (save.state) {
    case 'saved':
      return (
        <p>{t('health.deviceSaved', { when: formatWhen(locale, save.at, now) ?? t('health.justNow') })}</p>
      )
    case 'saving':
      return <p>{t('health.deviceSaving')}</p>
    case 'loading':
      return <p>{t('health.loading')}</p>
    case 'notSaved':
      return <p className="et-health__bad">{t('health.deviceNotSaved', { reason: saveReason })}</p>
    case 'loadFailed':
      return <p className="et-health__bad">{t('health.deviceLoadFailed', { reason: saveReason })}</p>
  }
}
