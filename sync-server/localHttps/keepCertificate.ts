/**
 * Keeps the certificate of local HTTPS good while the relay runs, for months if need be: for other addresses at once, and
 * before it runs out. The server goes on with the old one until there is a new one.
 */
import type { Server } from 'node:https'
import { type Clock, DAY_MS } from '../../src/shared/clock.ts'
import type { Disposer } from '../../src/shared/disposer.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { createMutex } from '../mutex.ts'
import { loadTls } from '../tls.ts'
import { type LocalCertificates, prepareLocalCertificates } from './localCertificates.ts'

export interface KeepCertificateOptions {
  readonly server: Pick<Server, 'setSecureContext'>
  readonly dataDir: string
  /** Those of now; none while the machine is in no network. */
  readonly addresses: () => readonly string[]
  readonly used: LocalCertificates
  readonly clock: Clock
  readonly logger: Logger
}

export interface KeptCertificate {
  /** Resolves when the certificate is good for now and for these addresses, or when it was said why it could not be. */
  readonly look: (addresses: readonly string[]) => Promise<void>
  readonly stop: Disposer
}

/** It is made anew with two months left: also a laptop that is awake for an hour a day looks in time. */
const LOOK_MS = DAY_MS

export function keepCertificate(options: KeepCertificateOptions): KeptCertificate {
  const { server, dataDir, clock, logger } = options
  // Two at once would write the key of one beside the certificate of the other.
  const mutex = createMutex()
  const first = loadTls(options.used.files)
  let used = first.ok ? first.value.cert : null
  let names = [...options.addresses()]
  const renew = async (): Promise<void> => {
    const prepared = await prepareLocalCertificates(dataDir, names, clock.now())
    const loaded = prepared.ok ? loadTls(prepared.value.files) : prepared
    if (!loaded.ok) throw new Error(loaded.error)
    const { cert, key, validUntil } = loaded.value
    if (used?.equals(cert) === true) return
    server.setSecureContext({ cert, key })
    used = cert
    const until = new Date(validUntil).toISOString()
    logger.info('this machine has a new certificate', { addresses: names, validUntil: until })
  }
  const look = (addresses: readonly string[]): Promise<void> => {
    if (addresses.length > 0) names = [...addresses]
    return mutex
      .run(renew)
      .catch((cause: unknown) =>
        logger.error('this machine could not get a new certificate', { cause: String(cause) }),
      )
  }
  const timer = setInterval(() => void look(options.addresses()), LOOK_MS)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}
