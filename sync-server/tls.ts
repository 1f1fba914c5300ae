/** Certificate and key for HTTPS, read and checked before the port is opened so that a mistake is said in words. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { err, ok, type Result } from '../src/shared/result.ts'

export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

export interface TlsMaterial {
  readonly cert: Buffer
  readonly key: Buffer
  /** When the certificate ends, in milliseconds since 1970. */
  readonly validUntil: number
}

export function loadTls(files: TlsFiles): Result<TlsMaterial, string> {
  const cert = readPem(files.cert, 'ETAPPE_TLS_CERT', (bytes) => new X509Certificate(bytes))
  if (!cert.ok) return cert
  const key = readPem(files.key, 'ETAPPE_TLS_KEY', createPrivateKey)
  if (!key.ok) return key
  if (!cert.value.parsed.checkPrivateKey(key.value.parsed)) {
    return err(
      `ETAPPE_TLS_KEY (${files.key}) is not the key of the certificate in ETAPPE_TLS_CERT (${files.cert}).`,
    )
  }
  const refused = whyRefused(cert.value.bytes, key.value.bytes)
  if (refused !== null) return err(`ETAPPE_TLS_CERT (${files.cert}) cannot be used with its key: ${refused}.`)
  return ok({
    cert: cert.value.bytes,
    key: key.value.bytes,
    validUntil: Date.parse(cert.value.parsed.validTo),
  })
}

/** What only shows when both are put to use: a chain whose end is missing (it is being written), a key that is too weak. */
function whyRefused(cert: Buffer, key: Buffer): string | null {
  try {
    createSecureContext({ cert, key })
    return null
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

interface Pem<T> {
  readonly bytes: Buffer
  readonly parsed: T
}

function readPem<T>(path: string, variable: string, parse: (bytes: Buffer) => T): Result<Pem<T>, string> {
  try {
    const bytes = readFileSync(path)
    return ok({ bytes, parsed: parse(bytes) })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return err(`${variable} (${path}) cannot be used: ${why}. It must be a readable PEM file.`)
  }
}
