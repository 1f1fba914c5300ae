/**
 * Keeps the certificate of local HTTPS good while the relay runs, for months if need be: for other addresses at once, and
 * before it runs out. The server goes on with the old one until there is a new one.
 */
import type { Server } from 'node:https'
import { type Clock, DAY_MS } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { type Rounds, startRounds } from '../rounds.ts'
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

/** It is made anew with two months left: also a laptop that is awake for an hour a day looks in time. */
const LOOK_MS = DAY_MS

/** After a round it is good for now and for the addresses of now, or it was said why it could not be. */
export function keepCertificate(options: KeepCertificateOptions): Rounds {
  const { server, dataDir, clock, logger } = options
  const first = loadTls(options.used.files)
  let used = first.ok ? first.value.cert : null
  let names = options.addresses()
  const renew = async (): Promise<void> => {
    const now = options.addresses()
    if (now.length > 0) names = now
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
  // One at a time: two would write the key of one beside the certificate of the other.
  return startRounds({
    everyMs: LOOK_MS,
    work: renew,
    onFailed: (cause) =>
      logger.error('this machine could not get a new certificate', { cause: String(cause) }),
  })
}
