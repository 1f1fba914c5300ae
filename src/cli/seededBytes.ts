/**
 * Random bytes that follow from a seed: the command line reads a file, writes another and forgets, so the same input
 * gives the same output. Never for workshops that live on: two devices would give the same ids to different records.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import type { RandomBytes } from '../shared/ids.ts'

export function seededBytes(seed: string): RandomBytes {
  let counter = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      counter += 1
      const block = sha256(new TextEncoder().encode(`${seed}/${counter}`))
      bytes.set(block.subarray(0, Math.min(32, length - at)), at)
    }
    return bytes
  }
}
