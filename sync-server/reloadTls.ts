/** Takes a renewed certificate into use without a restart; one that cannot be used is said and the old one stays. */
import type { Server } from 'node:https'
import type { Logger } from '../src/shared/logger.ts'
import { loadTls, type TlsFiles, type TlsMaterial } from './tls.ts'

const LOOK_MS = 30_000

/** Looks every half minute (renewals replace files in ways that watchers miss). Returns the disposer. */
export function reloadTls(
  server: Pick<Server, 'setSecureContext'>,
  files: TlsFiles,
  first: TlsMaterial,
  logger: Logger,
  lookMs = LOOK_MS,
): () => void {
  let used = first
  let complaint = ''
  const timer = setInterval(() => {
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
  }, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}
