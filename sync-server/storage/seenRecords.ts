/**
 * Which records of a shared log have been seen, by their numbers: up to one without a gap, and some ahead of it whose
 * predecessors are still on their way. Also how many bytes a load would have to replay.
 */
export interface SeenRecords {
  /** Everything up to this number was seen. */
  readonly last: () => number
  readonly isSeen: (seq: number) => boolean
  readonly see: (seq: number, bytes: number) => void
  /** Nothing up to this number is waited for any more. */
  readonly skipTo: (seq: number) => void
  /** How many wait for their predecessors. */
  readonly ahead: () => number
  readonly bytes: () => number
  /** A checkpoint covers these. */
  readonly forget: (coversSeq: number) => void
}

export function createSeenRecords(): SeenRecords {
  const ahead = new Set<number>()
  const logged = new Map<number, number>()
  let last = 0
  let bytes = 0

  function goOn(): void {
    while (ahead.delete(last + 1)) last += 1
  }

  return {
    last: () => last,
    isSeen: (seq) => seq <= last || ahead.has(seq),
    see: (seq, length) => {
      if (seq <= last || ahead.has(seq)) return
      logged.set(seq, length)
      bytes += length
      ahead.add(seq)
      goOn()
    },
    skipTo: (seq) => {
      for (const one of ahead) if (one <= seq) ahead.delete(one)
      last = Math.max(last, seq)
      goOn()
    },
    ahead: () => ahead.size,
    bytes: () => bytes,
    forget: (coversSeq) => {
      for (const [seq, length] of logged) {
        if (seq > coversSeq) continue
        logged.delete(seq)
        bytes -= length
      }
    },
  }
}
