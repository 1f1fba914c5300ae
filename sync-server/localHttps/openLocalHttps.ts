/** Local HTTPS as the server starts and stops it: certificates, and the page beside them on the next port. */
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayConfig } from '../config.ts'
import { lanAddresses } from '../http/lanAddresses.ts'
import { loadTls } from '../tls.ts'
import { prepareLocalCertificates, type LocalCertificates } from './localCertificates.ts'
import { createTrustPage } from './trustPage.ts'

export interface LocalHttps {
  readonly certificates: LocalCertificates
  /** Returns the page's port, or null when it could not be opened: HTTPS works without the page. */
  readonly openPage: (httpsPort: number) => Promise<number | null>
  /** A certificate for the addresses of now, at once and without a restart. */
  readonly renew: (addresses: readonly string[], server: Pick<Server, 'setSecureContext'>) => void
  readonly close: () => void
}

export async function openLocalHttps(
  { dataDir, host }: Pick<RelayConfig, 'dataDir' | 'host'>,
  clock: Clock,
  logger: Logger,
): Promise<LocalHttps> {
  const certificates = await prepareLocalCertificates(dataDir, lanAddresses(host), clock.now())
  let port = 0
  const page = createTrustPage({
    authority: certificates.authority,
    httpsPort: () => port,
    host,
    onFailed: (cause) => logger.error('a request to the trust page failed', { cause: String(cause) }),
  })
  return {
    certificates,
    openPage: (httpsPort) => {
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
    renew: (addresses, server) => {
      prepareLocalCertificates(dataDir, addresses, clock.now())
        .then(({ files }) => {
          const loaded = loadTls(files)
          if (!loaded.ok) throw new Error(loaded.error)
          server.setSecureContext({ cert: loaded.value.cert, key: loaded.value.key })
          logger.info('the new addresses have a certificate', { addresses })
        })
        .catch((cause: unknown) =>
          logger.error('the new addresses could not get a certificate', { cause: String(cause) }),
        )
    },
    close: () => {
      page.closeAllConnections()
      page.close()
    },
  }
}
