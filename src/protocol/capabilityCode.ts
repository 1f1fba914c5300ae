/**
 * A capability as people carry it: version, role letter, 32 secret bytes and a 4-byte check, 50 characters in all. The
 * check finds a truncated or mistyped link on the device, without asking a relay, and says which of the two it is.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../shared/result.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { type Capability, type Role, ROLES, type Secret } from './capability.ts'

/** Why a code cannot be used; the user interface has one sentence for each. */
export type CapabilityCodeError =
  | 'empty'
  | 'truncated'
  | 'too-long'
  | 'mistyped'
  | 'unknown-version'
  | 'unknown-role'

const VERSION = '1'
const LETTERS: Readonly<Record<Role, string>> = { moderator: 'm', writer: 'w', reviewer: 'v', reader: 'r' }
const CHECK_BYTES = 4
const BODY_LENGTH = 48
export const CAPABILITY_CODE_LENGTH = 2 + BODY_LENGTH

export function formatCapabilityCode(capability: Capability): string {
  const secret = decodeBase64url(capability.secret)
  if (secret?.length !== 32) throw new Error('a capability secret must be 32 bytes in base64url')
  const body = new Uint8Array(32 + CHECK_BYTES)
  body.set(secret)
  body.set(checkOf(capability.role, secret), 32)
  return `${VERSION}${LETTERS[capability.role]}${encodeBase64url(body)}`
}

export function parseCapabilityCode(text: string): Result<Capability, CapabilityCodeError> {
  if (text === '') return err('empty')
  if (text.charAt(0) !== VERSION) return err('unknown-version')
  if (text.length < 2) return err('truncated')
  const role = ROLES.find((candidate) => LETTERS[candidate] === text.charAt(1))
  if (role === undefined) return err('unknown-role')
  if (text.length < CAPABILITY_CODE_LENGTH) return err('truncated')
  if (text.length > CAPABILITY_CODE_LENGTH) return err('too-long')
  const body = decodeBase64url(text.slice(2))
  if (body?.length !== 32 + CHECK_BYTES) return err('mistyped')
  const secret = body.subarray(0, 32)
  const expected = checkOf(role, secret)
  if (!expected.every((byte, index) => body[32 + index] === byte)) return err('mistyped')
  return ok({ role, secret: encodeBase64url(secret) as Secret })
}

function checkOf(role: Role, secret: Uint8Array): Uint8Array {
  const label = new TextEncoder().encode(`etappe/1/check/${role}\0`)
  const input = new Uint8Array(label.length + secret.length)
  input.set(label)
  input.set(secret, label.length)
  return sha256(input).subarray(0, CHECK_BYTES)
}
