/** One client of one document, as the document sees it: something to send to, without any knowledge of sockets. */
import type { CloseReason } from '../../src/protocol/closeCodes.ts'
import type { Frames } from './frames.ts'

export interface Peer {
  /** Decided by the role and the table in `src/protocol/access`. */
  readonly mayWrite: boolean
  readonly send: (frames: Frames) => void
  /** True when so much waits for this reader that it gets nothing more until it has drained. */
  readonly isFull: () => boolean
  /** `frame` and all document frames before it are durable. */
  readonly acknowledge: (frame: number) => void
  /** Asks the socket whether its client lives; calls back if so, and ends the connection if not. */
  readonly probe: (onAlive: () => void) => void
  readonly close: (reason: CloseReason) => void
}
