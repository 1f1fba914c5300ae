/** SHA-256 as 64 hex digits; in JavaScript where the browser offers none, as on plain http in a workshop room. */
import { sha256 } from '@noble/hashes/sha2.js'

export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  const digest =
    subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', copyOf(bytes)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes in a buffer of their own: views into larger buffers would be stored whole. */
export function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
