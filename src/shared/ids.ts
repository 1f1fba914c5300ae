/**
 * Random identifiers. `crypto.randomUUID` exists only in secure contexts, and a workshop on plain
 * `http://<LAN address>` is none, so everything random comes from `getRandomValues`.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export type RandomBytes = (length: number) => Uint8Array

export const cryptoRandomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** `length` base-62 characters (5.95 bit each); 22 carry the 128 bit of a workshop id. Unbiased by rejection. */
export function randomId(length = 22, randomBytes: RandomBytes = cryptoRandomBytes): string {
  let id = ''
  while (id.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && id.length < length) id += ALPHABET.charAt(byte % 62)
    }
  }
  return id
}

/** A branded string: an id of one kind of record cannot be passed where another kind is meant. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

/** True for ids this app accepts from outside: no path, markup or prototype tricks, at most 64 characters. */
export function isSafeId(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[A-Za-z0-9_-]{1,64}$/.test(value) &&
    value !== '__proto__' &&
    value !== 'constructor' &&
    value !== 'prototype'
  )
}
