/** How this device stands with the relay, in sentences. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { formatWhen } from '../../ui/formatWhen.ts'
import type { HealthFacts } from './healthFacts.ts'

type RelayTextProps = Pick<HealthFacts, 'connection' | 'delivery' | 'relayHost' | 'refusalReason' | 'now'>

export function RelayText(props: RelayTextProps) {
  const t = useTranslate()
  const { connection, relayHost: host, refusalReason: reason } = props
  if (host === null) return <p>{t('health.noRelay')}</p>
  return (
    <>
      {connection.state === 'refused' ? <p>{t('health.relayRefused', { host, reason })}</p> : null}
      {connection.state === 'offline' ? <p>{t('health.relayOffline', { host })}</p> : null}
      <DeliveryText {...props} host={host} />
    </>
  )
}

function DeliveryText({ delivery, host, now }: RelayTextProps & { readonly host: string }) {
  const t = useTranslate()
  const locale = useLocale()
  switch (delivery.state) {
    case 'noRelay':
      return null
    case 'delivered': {
      const when = formatWhen(locale, delivery.at, now) ?? t('health.justNow')
      return <p>{t('health.relayDelivered', { host, when })}</p>
    }
    case 'pending':
      return <p>{t('health.relayPending', { host })}</p>
    case 'unchecked':
      return (
        <>
          <p>{t('health.relayUnchecked', { host })}</p>
          {delivery.pending > 0 ? <p>{t('health.relayPending', { host })}</p> : null}
        </>
      )
    case 'unknown':
      return <p>{t('health.relayUnknown', { host })}</p>
  }
}
