/**
 * HTTPS in a room without a public name: a certificate authority made once per data folder (tablets are told to trust it)
 * and a server certificate for this laptop's addresses, made anew when they change or it runs out.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { readFileIfThere, replaceFileDurably } from '../storage/durableFile.ts'
import type { TlsFiles } from '../tls.ts'
import type { PemPair } from './makeCertificates.ts'
import { DAY_MS } from '../../src/shared/clock.ts'

export interface LocalCertificates {
  readonly files: TlsFiles
  /** What a tablet must trust. */
  readonly authority: string
}

const RENEW_DAYS = 60

export async function prepareLocalCertificates(
  dataDir: string,
  addresses: readonly string[],
  now: number,
): Promise<Result<LocalCertificates, string>> {
  const folder = join(dataDir, 'local-ca')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const make = await import('./makeCertificates.ts')
  const kept = await readPair(folder, 'authority')
  if (!(await isUsableAuthority(folder, kept))) {
    return err(
      `The certificate authority in ${folder} is damaged. Bring it back from a backup; or move that folder away, and a new one is made: then every tablet must trust this laptop again.`,
    )
  }
  const authority = kept ?? (await make.makeAuthority(`Etappe on ${hostname()}`, now))
  if (kept === null) await writePair(folder, 'authority', authority)
  const names = ['localhost', '127.0.0.1', `${shortName()}.local`, ...addresses]
  const server = await readPair(folder, 'server')
  if (server === null || !isGoodFor(server, authority, names, now)) {
    await writePair(folder, 'server', await make.makeServerCertificate(authority, names, now))
  }
  return ok({
    files: { cert: join(folder, 'server.crt'), key: join(folder, 'server.key') },
    authority: authority.cert,
  })
}

/** Never replaced on its own: tablets trust this one. A key alone is one whose making was cut short. */
async function isUsableAuthority(folder: string, kept: PemPair | null): Promise<boolean> {
  if (kept === null) return (await readFileIfThere(join(folder, 'authority.crt'))) === null
  const cert = readCertificate(kept.cert)
  return cert !== null && belongTogether(cert, kept.key)
}

/** Not when one of them is torn, or from another time: killed between the two, a relay leaves a new key and the old rest. */
function belongTogether(cert: X509Certificate, key: string): boolean {
  try {
    return cert.checkPrivateKey(createPrivateKey(key))
  } catch {
    // No key at all; what to do about it is the caller's.
    return false
  }
}

function shortName(): string {
  return (hostname().split('.')[0] ?? 'etappe').toLowerCase().replace(/[^a-z0-9-]/g, '-')
}

/** A server's that cannot be read is simply made anew: tablets trust the authority, not this one. */
function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

function isGoodFor(server: PemPair, authority: PemPair, names: readonly string[], now: number): boolean {
  const cert = readCertificate(server.cert)
  const issuer = new X509Certificate(authority.cert)
  if (cert === null) return false
  if (!belongTogether(cert, server.key)) return false
  const lives = Date.parse(cert.validTo) - now > RENEW_DAYS * DAY_MS && Date.parse(cert.validFrom) <= now
  const covered = names.every(
    (name) => (isIP(name) === 0 ? cert.checkHost(name) : cert.checkIP(name)) !== undefined,
  )
  return lives && covered && cert.verify(issuer.publicKey)
}

async function readPair(folder: string, name: string): Promise<PemPair | null> {
  const [cert, key] = await Promise.all([
    readFileIfThere(join(folder, `${name}.crt`)),
    readFileIfThere(join(folder, `${name}.key`)),
  ])
  return cert === null || key === null ? null : { cert: cert.toString(), key: key.toString() }
}

/** The key first: a certificate without its key would be taken for a whole pair. */
async function writePair(folder: string, name: string, pair: PemPair): Promise<void> {
  await replaceFileDurably(join(folder, `${name}.key`), Buffer.from(pair.key))
  await chmod(join(folder, `${name}.key`), 0o600)
  await replaceFileDurably(join(folder, `${name}.crt`), Buffer.from(pair.cert))
}
