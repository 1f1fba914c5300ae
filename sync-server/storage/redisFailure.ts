/** What a failure of Redis means: asking again soon may help, or it was refused and will be. */
import { ErrorReply } from '@redis/client'
import { RoomTaken } from './roomTaken.ts'

/** No answer came (whether it was done is not known), or only that Redis is not ready: loading, failing over, busy. */
export function isAway(cause: unknown): boolean {
  if (!(cause instanceof ErrorReply)) return true
  return isReplica(cause) || /^(LOADING|BUSY|MASTERDOWN|TRYAGAIN|CLUSTERDOWN)\b/.test(cause.message)
}

/** Another one took over while this connection stayed. */
export function isReplica(cause: unknown): boolean {
  return cause instanceof ErrorReply && /(^|-)READONLY /.test(cause.message)
}

/** Redis is well, and the room is not to be written: see `APPEND`. */
export function throwIfHeld(cause: unknown): void {
  const isHeld = cause instanceof ErrorReply && cause.message.startsWith('HELD ')
  if (isHeld) throw new RoomTaken('another relay holds the room or has closed it')
}
