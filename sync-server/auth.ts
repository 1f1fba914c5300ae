/**
 * Decides from a WebSocket request alone who may come in, without any state: address, origin and proof of role. Never
 * logs or repeats what was offered as proof.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { mayRead } from '../src/protocol/access.ts'
import { ROOM_HEADER } from '../src/protocol/blobs.ts'
import {
  isRoomId,
  isSecret,
  proveRole,
  type Role,
  type RoomId,
  type Sha256,
} from '../src/protocol/capability.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { parseSocketPath, type SocketAddress } from '../src/protocol/socketPath.ts'
import { readOffer } from '../src/protocol/subProtocols.ts'
import { err, ok, type Result } from '../src/shared/result.ts'
import { asksFromHere } from './http/asksFromHere.ts'

export interface AuthOptions {
  /** Origins besides the relay's own whose pages may connect. */
  readonly origins: readonly string[]
  /** Names under which this relay may be asked; null: under any. */
  readonly hosts?: readonly string[] | null
  /** Null: whoever makes a moderator secret may create a room. */
  readonly creationToken: string | null
}

export interface Admission {
  readonly address: SocketAddress
  readonly role: Role
  readonly acknowledges: boolean
  readonly creationAllowed: boolean
}

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** Longer lists of sub-protocols are no client of ours. */
const MAX_OFFER_BYTES = 1024

export function admit(request: IncomingMessage, options: AuthOptions): Result<Admission, CloseReason> {
  const address = parseSocketPath(request.url ?? '')
  if (address === null) return err('unknownDocument')
  if (!isAllowedHost(request, options.hosts ?? null)) return err('wrongOrigin')
  if (!isAllowedOrigin(request, options.origins)) return err('wrongOrigin')
  const offer = readOffer(offeredProtocols(request))
  if (offer.secret === null) return err('noProof')
  const role = proveRole(offer.secret, address.room, sha256)
  if (!role.ok || !mayRead(role.value, address.document)) return err('forbidden')
  return ok({
    address,
    role: role.value,
    acknowledges: offer.acknowledge,
    creationAllowed: options.creationToken === null || isSameText(offer.creationToken, options.creationToken),
  })
}

export interface RequestProof {
  readonly room: RoomId
  readonly role: Role
}

/** The same for a plain request: the secret is in a header there. */
export function proveRequest(
  request: IncomingMessage,
  origins: readonly string[],
): Result<RequestProof, 'noProof' | 'forbidden' | 'wrongOrigin'> {
  if (!isAllowedOrigin(request, origins)) return err('wrongOrigin')
  const [, secret] = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '') ?? []
  const room = request.headers[ROOM_HEADER]
  if (!isSecret(secret) || !isRoomId(room)) return err('noProof')
  const role = proveRole(secret, room, sha256)
  return role.ok ? ok({ room, role: role.value }) : err('forbidden')
}

/** The sub-protocol that the relay answers with; what was offered as proof is never repeated. */
export function selectProtocol(offered: ReadonlySet<string>): string | false {
  return readOffer([...offered]).selected ?? false
}

function offeredProtocols(request: IncomingMessage): string[] {
  const header = request.headers['sec-websocket-protocol'] ?? ''
  return header.length > MAX_OFFER_BYTES ? [] : header.split(',').map((name) => name.trim())
}

/** Programs send no Origin; a browser's must be the host that it asked for, whatever name that is, or a listed one. */
function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}

/** A page whose own name was made to point here (DNS rebinding) asks under that name. */
export function isAllowedHost(request: IncomingMessage, hosts: readonly string[] | null): boolean {
  if (hosts === null) return true
  const url = `http://${request.headers.host ?? ''}`
  return URL.canParse(url) && hosts.includes(new URL(url).hostname)
}

/** Without a token: who is at this machine. With one: whoever shows it. */
export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return asksFromHere(request)
  return isSameText(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null, token)
}

function isSameText(shown: string | null, expected: string): boolean {
  const left = Buffer.from(shown ?? '')
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
