/** Which pictures and attachments are still on their way between this device and the relay, and which failed. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { HealthFacts } from './healthFacts.ts'

export function PicturesText({ pictures, relayHost: host }: Pick<HealthFacts, 'pictures' | 'relayHost'>) {
  const t = useTranslate()
  const { toSend, notHere, failed } = pictures
  if (host === null) return null
  return (
    <>
      {toSend > 0 ? <p>{t('health.picturesToSend', { n: toSend, host })}</p> : null}
      {notHere > 0 ? <p>{t('health.picturesNotHere', { n: notHere })}</p> : null}
      {failed > 0 ? <p className="et-health__trouble">{t('health.picturesFailed', { n: failed })}</p> : null}
    </>
  )
}
