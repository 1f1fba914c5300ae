/** When to try again: later each time and never all devices at once, since a relay that comes back is met by 60. */
import { CLOSE_CODES, isAskedToWait } from '../protocol/closeCodes.ts'
import type { RandomBytes } from '../shared/ids.ts'

const FIRST_MS = 200
const LONGEST_MS = 30_000
/**
 * The relay asked to come back later; knocking at once would only be answered the same way. One whose store is away lets
 * those who come wait until it is back: whoever is not there at that moment should be soon after.
 */
const ASKED_MS = 2_000
const TOO_MANY_MS = 10_000

/** Between a half and the whole of the step that `attempt` (from 0) has reached. */
export function retryDelay(attempt: number, code: number | null, randomBytes: RandomBytes): number {
  const longest = code === CLOSE_CODES.storageFailed ? ASKED_MS : LONGEST_MS
  const step = Math.min(longest, Math.max(FIRST_MS * 2 ** Math.min(attempt, 16), leastFor(code)))
  const [random = 0] = randomBytes(1)
  return Math.round(step * (0.5 + random / 510))
}

function leastFor(code: number | null): number {
  if (!isAskedToWait(code)) return 0
  return code === CLOSE_CODES.tooMany ? TOO_MANY_MS : ASKED_MS
}
