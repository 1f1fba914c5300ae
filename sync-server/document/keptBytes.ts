/**
 * Memory for what a room at rest holds. The common heap of a process keeps its size once it has grown; so whole documents
 * get pages of their own, which the system has back when the room is left. Such memory is slow to read byte by byte, and
 * code that meets both kinds is slow for good: it is only ever copied in and out, or sent.
 */
export interface KeptBytes {
  readonly length: number
  /** Only to be copied from or sent. */
  readonly view: Uint8Array
  /** In ordinary memory; not to be changed. */
  readonly read: () => Uint8Array
}

/** As they are, while they change often. */
export function heldBytes(bytes: Uint8Array): KeptBytes {
  return { length: bytes.length, view: bytes, read: () => bytes }
}

/** Below this, pages of its own would be wasted. */
const WORTH_PAGES_BYTES = 16 * 1024

export function keepBytes(bytes: Uint8Array): KeptBytes {
  if (bytes.length < WORTH_PAGES_BYTES) return heldBytes(bytes)
  const view = ownPages(bytes.length)
  view.set(bytes)
  return { length: bytes.length, view, read: () => new Uint8Array(view) }
}

/** Not zeroed when small. */
export function keptBuffer(length: number): Buffer {
  return length < WORTH_PAGES_BYTES ? Buffer.allocUnsafe(length) : ownPages(length)
}

/** What might be resized is mapped by itself, whatever its size. */
function ownPages(length: number): Buffer {
  return Buffer.from(new ArrayBuffer(length, { maxByteLength: length }), 0, length)
}
