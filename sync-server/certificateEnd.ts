/** Says that a certificate has ended or soon will: at once, and once a day as long as nobody renews it. */
import { type Clock, DAY_MS } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'

const SOON_MS = 14 * DAY_MS

/** Called with the end of the certificate in use, as often as one likes. */
export function createEndNotice(logger: Logger, clock: Clock): (validUntil: number) => void {
  let saidAt = Number.NEGATIVE_INFINITY
  let saidAbout = 0
  return (validUntil) => {
    const now = clock.now()
    if (validUntil - now > SOON_MS || (saidAbout === validUntil && now - saidAt < DAY_MS)) return
    saidAt = now
    saidAbout = validUntil
    const details = { validUntil: new Date(validUntil).toISOString() }
    if (validUntil <= now)
      logger.error('the certificate has expired: browsers refuse it; renew ETAPPE_TLS_CERT', details)
    else logger.warn('the certificate expires soon: renew ETAPPE_TLS_CERT', details)
  }
}
