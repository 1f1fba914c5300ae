/**
 * The capability chain: a random moderator secret M, writer W = H(M), reviewer V = H(W), reader R = H(V), room id = H(R).
 * Whoever holds a secret can make every weaker link but no stronger one, and the relay can check a role by hashing to
 * the room id without keeping any secret. Pure JavaScript hashing: `crypto.subtle` is missing on plain http in a room.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { cryptoRandomBytes, type Id, type RandomBytes } from '../shared/ids.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'

/** Strongest first: each role's secret is the hash of the one before it. */
export const ROLES = ['moderator', 'writer', 'reviewer', 'reader'] as const

export type Role = (typeof ROLES)[number]

/** 43 characters, canonical base64url of 32 bytes. */
export type Secret = Id<'capability secret'>
/** The same spelling; public (it is in the socket's address and in logs), reveals no secret. */
export type RoomId = Id<'relay room'>

export interface Capability {
  readonly role: Role
  readonly secret: Secret
}

/** A relay proves roles all day and brings its machine's own; browsers over plain http have none. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export const SECRET_LENGTH = 43
const SECRET_BYTES = 32

const STEP_LABELS: Readonly<Record<Role, string>> = {
  moderator: 'etappe/1/writer-from-moderator',
  writer: 'etappe/1/reviewer-from-writer',
  reviewer: 'etappe/1/reader-from-reviewer',
  reader: 'etappe/1/room-from-reader',
}

/** Starts a new room: 256 random bits that nobody else has. */
export function createModeratorCapability(randomBytes: RandomBytes = cryptoRandomBytes): Capability {
  return { role: 'moderator', secret: encodeBase64url(randomBytes(SECRET_BYTES)) as Secret }
}

/** The capability for an equal or weaker role; a stronger one cannot be derived. */
export function deriveCapability(held: Capability, role: Role): Result<Capability, 'beyond-your-role'> {
  const from = ROLES.indexOf(held.role)
  const to = ROLES.indexOf(role)
  if (to < from) return err('beyond-your-role')
  return ok({ role, secret: encodeBase64url(hashDown(secretBytes(held.secret), from, to)) as Secret })
}

export function roomIdOf(held: Capability, hash: Sha256 = sha256): RoomId {
  const hashed = hashDown(secretBytes(held.secret), ROLES.indexOf(held.role), ROLES.length, hash)
  return encodeBase64url(hashed) as RoomId
}

/** Which role `secret` proves for `roomId`; it says itself by the number of hashes to the room. */
export function proveRole(
  secret: Secret,
  roomId: RoomId,
  hash: Sha256 = sha256,
): Result<Role, 'wrong-secret'> {
  for (const role of ROLES) {
    if (roomIdOf({ role, secret }, hash) === roomId) return ok(role)
  }
  return err('wrong-secret')
}

export function isSecret(text: unknown): text is Secret {
  return isHashText(text)
}

export function isRoomId(text: unknown): text is RoomId {
  return isHashText(text)
}

function isHashText(text: unknown): boolean {
  return typeof text === 'string' && text.length === SECRET_LENGTH && decodeBase64url(text) !== null
}

function secretBytes(secret: Secret): Uint8Array {
  const bytes = decodeBase64url(secret)
  if (bytes?.length !== SECRET_BYTES) throw new Error('a capability secret must be 32 bytes in base64url')
  return bytes
}

function hashDown(secret: Uint8Array, from: number, to: number, hash: Sha256 = sha256): Uint8Array {
  let bytes = secret
  for (const role of ROLES.slice(from, to)) {
    const label = new TextEncoder().encode(STEP_LABELS[role])
    const input = new Uint8Array(label.length + 1 + bytes.length)
    input.set(label)
    input.set(bytes, label.length + 1)
    bytes = hash(input)
  }
  return bytes
}
