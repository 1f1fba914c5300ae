/**
 * When a document's log is replaced by a checkpoint: when it has grown, when people pause, and when all have left. Owns
 * the collection of garbage on the way and what is said when it fails; failing loses nothing, the log still has everything.
 */
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayLimits } from '../limits.ts'
import type { DocumentLog } from '../storage/contract.ts'
import type { MergedState } from './mergedState.ts'

export interface CheckpointerOptions {
  readonly log: DocumentLog
  readonly state: MergedState
  readonly limits: RelayLimits
  readonly logger: Logger
  /** The same document without garbage; null when that is not possible. */
  readonly collectGarbage: (update: Uint8Array) => Promise<Uint8Array | null>
  /** What is known of exactly what is written; null while some of it is not. */
  readonly summary: () => Uint8Array | null
  /** After a failure of the disk nothing may be written any more. */
  readonly hasFailed: () => boolean
}

export interface Checkpointer {
  /** Called when log and memory agree. */
  readonly whenGrown: () => void
  /** Called when log and memory agree and nobody has written for a while. */
  readonly whenQuiet: () => void
  /** Called last, when everything is written; without collecting garbage when there is no time for that. */
  readonly atEnd: (inHurry: boolean) => Promise<void>
}

/** Less than this is not worth a visit to the compaction thread when the last client leaves. */
const WORTH_COLLECTING_BYTES = 8 * 1024
/** And in a pause, while people are there: it makes the next joins, and a start after a crash, cheaper. */
const WORTH_A_PAUSE_BYTES = 128 * 1024

export function createCheckpointer(options: CheckpointerOptions): Checkpointer {
  const { log, state, limits, logger } = options
  let running: Promise<void> | null = null

  function begin(): void {
    running ??= compact(true).finally(() => (running = null))
  }

  /** People go on writing while the garbage is collected. */
  async function compact(collect: boolean): Promise<void> {
    const coversSeq = log.lastSeq()
    const merged = state.beginCollection()
    if (merged === null) return
    const summary = options.summary()
    const mayReplace = await claim()
    const collected = mayReplace && collect ? await options.collectGarbage(merged) : null
    state.endCollection(collected)
    if (mayReplace && !options.hasFailed()) await write(collected ?? merged, coversSeq, summary)
  }

  /** Another process that has this document open may be at it already; not being able to ask means no, too. */
  async function claim(): Promise<boolean> {
    try {
      return await log.claimCheckpoint()
    } catch (cause) {
      logger.warn('a checkpoint could not be begun; the log is kept', { cause: String(cause) })
      return false
    }
  }

  async function write(bytes: Uint8Array, coversSeq: number, summary: Uint8Array | null): Promise<void> {
    try {
      await log.checkpoint(bytes, coversSeq, summary)
    } catch (cause) {
      logger.warn('a checkpoint could not be written; the log is kept', { cause: String(cause) })
    }
  }

  return {
    whenGrown: () => {
      if (log.logBytes() > Math.max(limits.checkpointBytes, state.byteLength() / 2)) begin()
    },
    whenQuiet: () => {
      if (state.uncollectedBytes() > Math.max(WORTH_A_PAUSE_BYTES, state.byteLength() / 2)) begin()
    },
    atEnd: async (inHurry) => {
      await running
      if (options.hasFailed() || log.logBytes() === 0) return
      await compact(!inHurry && state.uncollectedBytes() >= WORTH_COLLECTING_BYTES)
    },
  }
}
