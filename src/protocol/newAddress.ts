/**
 * "This workshop is at another address now", in a form that nobody can use to fish for links. Following it shows one's
 * secret to whoever is there; therefore it carries a seal for every role, made with that role's secret, and a device
 * believes it only with the seal of its own role: whoever could make that one has the secret already.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../shared/result.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { type Capability, deriveCapability, type Role, ROLES } from './capability.ts'

export interface NewAddress {
  /** Where the workshop is now, such as `https://relay.example`. */
  readonly origin: string
  /** False: at both addresses. */
  readonly isOnly: boolean
}

/** `wrong`: this is not one. `unproved`: nobody with this role's secret has said so. */
export type NewAddressProblem = 'wrong' | 'unproved'

/** Longer than any origin with four seals. */
const TEXT_LIMIT = 2_000

/** What a moderator's device writes into the stage. */
export function sealNewAddress(held: Capability, address: NewAddress): string {
  const seals: Partial<Record<Role, string>> = {}
  for (const role of ROLES) {
    const derived = deriveCapability(held, role)
    if (derived.ok) seals[role] = sealOf(derived.value, address)
  }
  const { origin, isOnly } = address
  return JSON.stringify({ origin, isOnly, seals })
}

export function readNewAddress(text: string, held: Capability): Result<NewAddress, NewAddressProblem> {
  const read = parse(text)
  if (read === null) return err('wrong')
  const { address, seals } = read
  return seals[held.role] === sealOf(held, address) ? ok(address) : err('unproved')
}

/** `http` or `https`, nothing but host and port, in the spelling of browsers. */
export function isRelayOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function sealOf({ role, secret }: Capability, { origin, isOnly }: NewAddress): string {
  const key = decodeBase64url(secret)
  if (key === null) throw new Error('a capability secret must be base64url')
  const words = `etappe/1/new-address/${role}\0${isOnly ? 'only' : 'also'}\0${origin}`
  return encodeBase64url(hmac(sha256, key, new TextEncoder().encode(words)))
}

function parse(text: string): { address: NewAddress; seals: Partial<Record<Role, unknown>> } | null {
  if (text.length > TEXT_LIMIT) return null
  const raw = parseJson(text)
  if (typeof raw !== 'object' || raw === null) return null
  if (!('origin' in raw) || !('isOnly' in raw) || !('seals' in raw)) return null
  const { origin, isOnly, seals } = raw
  if (typeof origin !== 'string' || typeof isOnly !== 'boolean' || !isRelayOrigin(origin)) return null
  return typeof seals === 'object' && seals !== null ? { address: { origin, isOnly }, seals } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}
