/**
 * A film without what the camera wrote beside it: place, device, time, and whatever else stands in the notes of an MP4
 * or QuickTime file. Sound and picture stay as recorded: the boxes of the notes are emptied where they are and renamed to
 * free space, so nothing else moves. Recordings of a browser have no such notes.
 */
const NOTES = new Set(['udta', 'meta', 'uuid'])
const PARENTS = new Set(['moov', 'trak'])
const FREE = [0x66, 0x72, 0x65, 0x65]

export function withoutNotes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  emptyNotes(copy, 0, copy.length)
  return copy
}

function emptyNotes(bytes: Uint8Array<ArrayBuffer>, start: number, end: number): void {
  const view = new DataView(bytes.buffer)
  for (let at = start; at + 8 <= end; ) {
    const { head, size } = boxAt(view, at, end)
    // Not a box: leave the rest as it is rather than guess.
    if (size < head || at + size > end) return
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (NOTES.has(type)) {
      bytes.set(FREE, at + 4)
      bytes.fill(0, at + head, at + size)
    } else if (PARENTS.has(type)) emptyNotes(bytes, at + head, at + size)
    at += size
  }
}

function boxAt(view: DataView, at: number, end: number): { head: number; size: number } {
  const size = view.getUint32(at)
  if (size === 0) return { head: 8, size: end - at }
  if (size !== 1) return { head: 8, size }
  if (at + 16 > end) return { head: 16, size: 0 }
  return { head: 16, size: view.getUint32(at + 8) * 4_294_967_296 + view.getUint32(at + 12) }
}
