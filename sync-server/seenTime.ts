/**
 * How long ago something was, for what is removed after so many days. A clock that is wrong by years, now or when the moment was
 * noted, must not make a relay remove what is from yesterday. So it notes which time it has seen: of a stretch that it did not
 * (its clock leapt, it did not run, it was not there yet) at most a third of those days counts.
 */
import { join } from 'node:path'
import { type Clock, DAY_MS } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { createMutex } from './mutex.ts'
import { readFileIfThere, replaceFileDurably } from './storage/durableFile.ts'

export interface SeenTime {
  /** The moment that is so many milliseconds ago, or earlier. Asked every few hours, by whoever removes something. */
  readonly longAgo: (ms: number) => Promise<number>
}

export interface SeenTimeOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly logger: Logger
}

/** A stretch that was not seen. */
interface Leap {
  readonly from: number
  readonly to: number
}

/** In the data folder; without it nothing before now has been seen. */
export const SEEN_TIME_FILE = 'seen-time.json'
/** Whoever asks every few hours leaves none that is longer. */
const LEAP_MS = DAY_MS
/** Of a single leap not enough counts to remove anything. */
const COUNTED = 1 / 3
/** Years of a laptop that is used every other day. */
const MOST_LEAPS = 1000

export async function openSeenTime({ dataDir, clock, logger }: SeenTimeOptions): Promise<SeenTime> {
  const path = join(dataDir, SEEN_TIME_FILE)
  const mutex = createMutex()
  const kept = parse(await read(path))
  let seenAt = kept?.seenAt ?? clock.now()
  let leaps = kept?.leaps ?? [{ from: 0, to: seenAt }]

  function look(now: number): void {
    // Back again: what lay ahead has not been.
    leaps = leaps.filter(({ from }) => from < now).map(({ from, to }) => ({ from, to: Math.min(to, now) }))
    if (now - seenAt > LEAP_MS) leaps.push({ from: seenAt, to: now })
    leaps = leaps.slice(-MOST_LEAPS)
    seenAt = now
  }

  /** What is not noted is known until the end of the process: a full disk must not keep anybody from making space. */
  const keep = (): Promise<void> =>
    mutex
      .run(() => replaceFileDurably(path, Buffer.from(`${JSON.stringify({ format: 1, seenAt, leaps })}\n`)))
      .catch((cause: unknown) =>
        logger.warn('the time could not be noted for the next start', { cause: String(cause) }),
      )

  look(clock.now())
  await keep()
  return {
    longAgo: async (ms) => {
      const now = clock.now()
      look(now)
      const moment = before(now - ms, leaps, ms * COUNTED)
      await keep()
      return moment
    },
  }
}

function before(moment: number, leaps: readonly Leap[], countedMs: number): number {
  let found = moment
  for (const { from, to } of leaps.toReversed()) {
    const uncounted = to - from - countedMs
    if (uncounted > 0 && to - countedMs > found) found -= uncounted
  }
  return found
}

/** Of a file that is another user's, nothing: what was seen before only lets things go sooner. */
async function read(path: string): Promise<string> {
  const bytes = await readFileIfThere(path).catch(() => null)
  return bytes?.toString() ?? ''
}

/** Null when there is none that can be understood: then nothing before now has been seen. */
function parse(text: string): { seenAt: number; leaps: Leap[] } | null {
  try {
    const { seenAt, leaps } = JSON.parse(text) as Partial<Record<'seenAt' | 'leaps', unknown>>
    return typeof seenAt === 'number' && Array.isArray(leaps) && leaps.every(isLeap)
      ? { seenAt, leaps }
      : null
  } catch {
    return null
  }
}

function isLeap(value: unknown): value is Leap {
  if (typeof value !== 'object' || value === null) return false
  const { from, to } = value as Partial<Record<keyof Leap, unknown>>
  return typeof from === 'number' && typeof to === 'number'
}
