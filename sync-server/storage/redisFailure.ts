/** What a failure of Redis means: asking again soon may help, or it was refused and will be. */
import { ErrorReply } from '@redis/client'

/** No answer came (whether it was done is not known), or only that Redis is not ready: loading, failing over, busy. */
export function isAway(cause: unknown): boolean {
  if (!(cause instanceof ErrorReply)) return true
  return isReplica(cause) || /^(LOADING|BUSY|MASTERDOWN|TRYAGAIN|CLUSTERDOWN)\b/.test(cause.message)
}

/** Another one took over while this connection stayed. */
export function isReplica(cause: unknown): boolean {
  return cause instanceof ErrorReply && /(^|-)READONLY /.test(cause.message)
}
