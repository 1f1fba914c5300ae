/**
 * Pictures and files as the server starts and stops them: where they are, who may add to them, and the sweep that
 * removes what no workshop shows any more.
 */
import { join } from 'node:path'
import { BLOB_EXPIRY_DAYS } from '../../src/protocol/blobs.ts'
import { type Clock, DAY_MS } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayLimits } from '../limits.ts'
import { type Rounds, startRounds } from '../rounds.ts'
import type { SeenTime } from '../seenTime.ts'
import type { RelayStorage } from '../storage/contract.ts'
import { type BlobFiles, createBlobFiles } from './blobFiles.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface OpenBlobsOptions {
  readonly dataDir: string
  /** A folder that several machines share; null for the data folder's own. */
  readonly blobDir?: string | null
  readonly limits: RelayLimits
  readonly logger: Logger
  readonly clock: Clock
  readonly longAgo: SeenTime['longAgo']
  readonly onFailed: () => void
  /** Their pictures stay as long as their documents do, although nobody can list them. */
  readonly closedRooms: RelayStorage['closedRooms']
}

export interface OpenedBlobs {
  readonly files: BlobFiles
  readonly uploads: Uploads
  readonly sweep: Rounds['run']
  readonly close: () => Promise<void>
}

const UPLOAD_DAYS = 2
const SWEEP_MS = 6 * 60 * 60 * 1000

export function openBlobs(options: OpenBlobsOptions): OpenedBlobs {
  const { dataDir, limits, logger, clock, longAgo } = options
  const folder = options.blobDir ?? join(dataDir, 'blobs')
  const files = createBlobFiles({ folder, uploads: join(dataDir, 'uploads'), clock })
  const uploads = createUploads({
    files,
    quotaBytes: limits.roomBlobBytes,
    concurrent: limits.uploads,
    idleMs: limits.uploadIdleMs,
    onFailed: (cause) => {
      options.onFailed()
      logger.error('an upload failed', { cause: String(cause) })
    },
  })
  const sweep = async (signal: AbortSignal): Promise<void> => {
    const removed = await files.sweep(
      await longAgo(BLOB_EXPIRY_DAYS * DAY_MS),
      await longAgo(UPLOAD_DAYS * DAY_MS),
      await options.closedRooms(),
      signal,
    )
    if (removed > 0) logger.info('removed files that no workshop listed any more', { removed })
  }
  // Not at once: after months in a drawer the workshops that are opened first get time to list what they still show.
  const sweeps = startRounds({
    everyMs: SWEEP_MS,
    work: sweep,
    onFailed: (cause) => logger.warn('the sweep of old files failed', { cause: String(cause) }),
  })
  return {
    files,
    uploads,
    sweep: sweeps.run,
    close: async () => {
      await Promise.all([sweeps.stop(), uploads.close()])
    },
  }
}
