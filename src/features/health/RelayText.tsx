/** How this device stands with the relay, in sentences. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { formatWhen } from '../../ui/formatWhen.ts'
import { isRoomAddress } from './isRoomAddress.ts'
import type { HealthFacts } from './healthFacts.ts'

type RelayTextProps = Pick<
  HealthFacts,
  | 'connection'
  | 'hasNetwork'
  | 'delivery'
  | 'relayHost'
  | 'refusalReason'
  | 'laterReason'
  | 'isOnlyHere'
  | 'lastDeliveredAt'
  | 'now'
>

export function RelayText(props: RelayTextProps) {
  const t = useTranslate()
  const { connection, relayHost: host, refusalReason: reason } = props
  if (host === null) return <p>{t('health.noRelay')}</p>
  return (
    <>
      {connection.state === 'refused' ? <p>{t('health.relayRefused', { host, reason })}</p> : null}
      {connection.state === 'offline' ? <OfflineText {...props} host={host} /> : null}
      {connection.state === 'refused' ? null : <DeliveryText {...props} host={host} />}
      <LastDelivered {...props} host={host} />
    </>
  )
}

/** No network, no answer, or an answer that asks to come back: its reason then stands here. */
function OfflineText({ hasNetwork, laterReason, host }: RelayTextProps & { readonly host: string }) {
  const t = useTranslate()
  if (!hasNetwork) return <p>{t('health.noNetwork', { host })}</p>
  if (laterReason !== '') return <p>{t('health.relayLater', { host, reason: laterReason })}</p>
  return (
    <>
      <p>{t('health.relayOffline', { host })}</p>
      {isRoomAddress(host) ? <p>{t('health.relayMoved', { host })}</p> : null}
    </>
  )
}

function DeliveryText({ delivery, isOnlyHere, host, now }: RelayTextProps & { readonly host: string }) {
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
      return <p>{t('health.relayPendingCounted', { host, n: delivery.things })}</p>
    case 'unchecked': {
      // What is known not to be there is said, not that nothing is known.
      const isMissing = delivery.pending > 0 || isOnlyHere
      return <p>{t(isMissing ? 'health.relayPending' : 'health.relayUnchecked', { host })}</p>
    }
    case 'unknown':
      return <p>{t('health.relayUnknown', { host })}</p>
  }
}

/** Said also when the relay cannot be asked: how old what it has may be. */
function LastDelivered({ delivery, lastDeliveredAt, host, now }: RelayTextProps & { readonly host: string }) {
  const t = useTranslate()
  const locale = useLocale()
  if (delivery.state !== 'pending' && delivery.state !== 'unchecked') return null
  if (lastDeliveredAt === null) return <p>{t('health.neverDelivered', { host })}</p>
  const when = formatWhen(locale, lastDeliveredAt, now) ?? t('health.justNow')
  return <p>{t('health.lastDelivered', { host, when })}</p>
}
