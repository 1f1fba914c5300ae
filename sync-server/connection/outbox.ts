/**
 * What waits for one reader. Frames are handed to the socket piece by piece, so that large shared buffers are never
 * copied, progress can be seen, and a ping or close passes between two frames.
 */
import type { Duplex } from 'node:stream'
import type { RelayStats } from '../relayStats.ts'
import type { Frames } from '../document/frames.ts'

export interface Outbox {
  readonly push: (frames: Frames) => void
  /** Bytes that were pushed and not taken by the reader's machine yet. */
  readonly waitingBytes: () => number
  /** Bytes taken so far: a reader that is slow but alive makes this grow. */
  readonly takenBytes: () => number
  /** Nothing more may be sent (a close frame was); what waits is dropped. */
  readonly stop: () => void
}

/** Above this the socket itself holds enough; the rest waits here, by reference. */
const SOCKET_BYTES = 64 * 1024

export function createOutbox(
  socket: Duplex,
  stats: Pick<RelayStats, 'bytesOut'>,
  onDrained: () => void,
): Outbox {
  let queue: Buffer[] = []
  let next = 0
  let queuedBytes = 0
  let pushedBytes = 0
  let stopped = false
  let corked = false

  /** What is pushed in one turn goes to the system in one call. */
  function cork(): void {
    if (corked) return
    corked = true
    socket.cork()
    process.nextTick(() => {
      corked = false
      socket.uncork()
    })
  }

  function pump(): void {
    while (next < queue.length && !stopped && socket.writable && socket.writableLength < SOCKET_BYTES) {
      const frame = queue[next++]
      if (frame === undefined) break
      queuedBytes -= frame.length
      socket.write(frame)
    }
    if (next < queue.length) return
    queue = []
    next = 0
  }

  const waitingBytes = () => queuedBytes + socket.writableLength

  socket.on('drain', () => {
    pump()
    if (!stopped && waitingBytes() === 0) onDrained()
  })

  return {
    push: (frames) => {
      if (stopped) return
      for (const frame of frames) {
        stats.bytesOut += frame.length
        queue.push(frame)
        queuedBytes += frame.length
        pushedBytes += frame.length
      }
      cork()
      pump()
    },
    waitingBytes,
    takenBytes: () => pushedBytes - waitingBytes(),
    stop: () => {
      stopped = true
      queue = []
      next = 0
      queuedBytes = 0
    },
  }
}
