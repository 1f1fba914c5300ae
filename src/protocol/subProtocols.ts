/**
 * Proof of role travels in the list of WebSocket sub-protocols: unlike an address it is in no log, and browsers can set
 * it. The relay answers with `etappe.ack` or `etappe.auth` and never echoes the secret.
 */
import { isSecret, type Secret } from './capability.ts'

export const AUTH_PROTOCOL = 'etappe.auth'
/** Offered by our client only: the relay then reports how many of its document frames are durable. */
export const ACK_PROTOCOL = 'etappe.ack'
const CAPABILITY_PREFIX = 'cap.'
const CREATION_PREFIX = 'create.'

export interface OfferOptions {
  readonly acknowledge?: boolean
  /** For relays that let rooms be created only with a token. */
  readonly creationToken?: string
}

/** What a client passes as WebSocket `protocols`. */
export function offerProtocols(secret: Secret, options: OfferOptions = {}): string[] {
  const offered = [AUTH_PROTOCOL, `${CAPABILITY_PREFIX}${secret}`]
  if (options.acknowledge === true) offered.push(ACK_PROTOCOL)
  if (options.creationToken !== undefined) offered.push(`${CREATION_PREFIX}${options.creationToken}`)
  return offered
}

export interface OfferedProof {
  readonly secret: Secret | null
  readonly acknowledge: boolean
  readonly creationToken: string | null
  /** What the relay selects; null when the client offered neither of the two. */
  readonly selected: string | null
}

/** The relay's side: what a client offered. Several capabilities are no proof, a malformed one neither. */
export function readOffer(offered: readonly string[]): OfferedProof {
  const secrets = offered.filter((name) => name.startsWith(CAPABILITY_PREFIX))
  const secret = secrets.length === 1 ? secrets[0]?.slice(CAPABILITY_PREFIX.length) : undefined
  const token = offered.find((name) => name.startsWith(CREATION_PREFIX))
  const acknowledge = offered.includes(ACK_PROTOCOL)
  const selected = acknowledge ? ACK_PROTOCOL : offered.includes(AUTH_PROTOCOL) ? AUTH_PROTOCOL : null
  return {
    secret: isSecret(secret) ? secret : null,
    acknowledge,
    creationToken: token === undefined ? null : token.slice(CREATION_PREFIX.length),
    selected,
  }
}
