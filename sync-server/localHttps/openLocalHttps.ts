/** Local HTTPS as the server starts and stops it: certificates, and the page beside them on the next port. */
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { lanAddresses } from '../http/lanAddresses.ts'
import { prepareLocalCertificates, type LocalCertificates } from './localCertificates.ts'
import { createTrustPage } from './trustPage.ts'

export interface LocalHttps {
  readonly certificates: LocalCertificates
  /** Returns the page's port, or null when it could not be opened: HTTPS works without the page. */
  readonly openPage: (httpsPort: number, host: string | null) => Promise<number | null>
  readonly close: () => void
}

export async function openLocalHttps(dataDir: string, clock: Clock, logger: Logger): Promise<LocalHttps> {
  const certificates = await prepareLocalCertificates(dataDir, lanAddresses(), clock.now())
  if (certificates.formerAddresses !== null) {
    logger.warn(
      'this laptop has other addresses than last time: tablets keep their data under the old ones',
      {
        before: certificates.formerAddresses,
        now: lanAddresses(),
      },
    )
  }
  let port = 0
  const page = createTrustPage({ authority: certificates.authority, httpsPort: () => port })
  return {
    certificates,
    openPage: (httpsPort, host) => {
      port = httpsPort
      return new Promise((resolve) => {
        page.once('error', (cause) => {
          logger.warn('the page that helps tablets to trust this laptop could not be opened', {
            cause: cause.message,
          })
          resolve(null)
        })
        const next = httpsPort === 65_535 ? httpsPort - 1 : httpsPort + 1
        page.listen({ port: next, ...(host === null ? {} : { host }) }, () =>
          resolve((page.address() as AddressInfo).port),
        )
      })
    },
    close: () => {
      page.closeAllConnections()
      page.close()
    },
  }
}
