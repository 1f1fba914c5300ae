/** Takes a renewed certificate into use without a restart; one that cannot be used is said and the old one stays. */
import type { Server } from 'node:https'
import type { Clock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { createEndNotice } from './certificateEnd.ts'
import { loadTls, type TlsFiles, type TlsMaterial } from './tls.ts'

const LOOK_MS = 30_000

interface ReloadOptions {
  readonly logger: Logger
  readonly clock: Clock
  readonly lookMs?: number
}

/** Looks every half minute (renewals replace files in ways that watchers miss). Returns the disposer. */
export function reloadTls(
  server: Pick<Server, 'setSecureContext'>,
  files: TlsFiles,
  first: TlsMaterial,
  { logger, clock, lookMs = LOOK_MS }: ReloadOptions,
): () => void {
  let used = first
  const sayWhenItEnds = createEndNotice(logger, clock)
  sayWhenItEnds(used.validUntil)
  let complaint = ''
  const look = (): void => {
    const found = loadTls(files)
    if (!found.ok) {
      if (found.error !== complaint) logger.warn('the new certificate cannot be used', { cause: found.error })
      complaint = found.error
      return
    }
    complaint = ''
    if (found.value.cert.equals(used.cert) && found.value.key.equals(used.key)) return
    used = found.value
    server.setSecureContext({ cert: used.cert, key: used.key })
    logger.info('a new certificate is in use', { validUntil: new Date(used.validUntil).toISOString() })
  }
  const timer = setInterval(() => {
    look()
    sayWhenItEnds(used.validUntil)
  }, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}
