/**
 * The engine stacks shapes by fractional keys and trips over equal ones. A layer and a serial number make a valid key
 * that is unique, sorts by layer, and does not change when other parts come and go.
 */
import type { IndexKey } from '@tldraw/editor'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SERIAL_DIGITS = 5

/** `layer` from 0 to 61. The last digit only keeps the key from ending in the smallest one. */
export function stackingKey(layer: number, serial: number): IndexKey {
  let rest = serial
  let digits = ''
  for (let place = 0; place < SERIAL_DIGITS; place += 1) {
    digits = DIGITS.charAt(rest % 62) + digits
    rest = Math.floor(rest / 62)
  }
  // The engine's brand; a test has its own functions accept these keys.
  return `a${DIGITS.charAt(layer)}${digits}V` as IndexKey
}
