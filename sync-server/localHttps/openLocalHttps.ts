/** Local HTTPS as the server starts and stops it: certificates, and the page beside them on the next port. */
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayConfig } from '../config.ts'
import { lanAddresses } from '../http/lanAddresses.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import type { Rounds } from '../rounds.ts'
import { hasCode } from '../storage/durableFile.ts'
import { keepCertificate, type KeepCertificateOptions } from './keepCertificate.ts'
import { prepareLocalCertificates, type LocalCertificates } from './localCertificates.ts'
import { createTrustPage } from './trustPage.ts'

const HIGHEST_PORT = 65_535
const PORTS_TRIED = 10

export interface LocalHttps {
  readonly certificates: LocalCertificates
  /** Returns the page's port, or null when it could not be opened: HTTPS works without the page. */
  readonly openPage: (httpsPort: number) => Promise<number | null>
  /** New certificates come into use there without a restart, before the old one runs out or when the machine has moved. */
  readonly keepCertificate: (server: KeepCertificateOptions['server']) => Rounds
  readonly close: () => void
}

export async function openLocalHttps(
  { dataDir, host }: Pick<RelayConfig, 'dataDir' | 'host'>,
  clock: Clock,
  logger: Logger,
): Promise<Result<LocalHttps, string>> {
  const prepared = await prepareLocalCertificates(dataDir, lanAddresses(host), clock.now())
  if (!prepared.ok) return err(prepared.error)
  const certificates = prepared.value
  let port = 0
  const page = createTrustPage({
    authority: certificates.authority,
    httpsPort: () => port,
    host,
    onFailed: (cause) => logger.error('a request to the trust page failed', { cause: String(cause) }),
  })
  return ok({
    certificates,
    openPage: (httpsPort) => {
      port = httpsPort
      return openNear(page, httpsPort, host).catch((cause: unknown) => {
        logger.warn('the page that helps tablets to trust this laptop could not be opened', {
          cause: String(cause),
        })
        return null
      })
    },
    keepCertificate: (server) => {
      const addresses = (): readonly string[] => lanAddresses(host)
      return keepCertificate({ server, dataDir, addresses, used: certificates, clock, logger })
    },
    close: () => {
      page.closeAllConnections()
      page.close()
    },
  })
}

/** On the next port, or on one of those behind it when others have taken that. */
async function openNear(page: HttpServer, httpsPort: number, host: string | null): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = httpsPort + tries > HIGHEST_PORT ? httpsPort - tries : httpsPort + tries
    try {
      return await listenOn(page, port, host)
    } catch (cause) {
      if (!hasCode(cause, 'EADDRINUSE') || tries === PORTS_TRIED) throw cause
    }
  }
}

function listenOn(page: HttpServer, port: number, host: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    page.once('error', reject)
    page.listen({ port, ...(host === null ? {} : { host }) }, () => {
      page.off('error', reject)
      resolve((page.address() as AddressInfo).port)
    })
  })
}
