/** Where one document's log is and how it is opened: what the supervisor needs of the lower layers, in its own terms. */
import type { Doc } from 'yjs'
import { ok, type Result } from '../shared/result.ts'
import { answerInTime } from './answerInTime.ts'
import { attempt } from './attempt.ts'
import { type DocumentKey, type NewestCheckpoint, readNewestCheckpoint } from './checkpoints.ts'
import type { DeviceDatabase } from './database.ts'
import { connectLog, type LogConnection } from './logConnection.ts'
import { logName } from './logName.ts'
import { oneTab } from './oneTab.ts'
import { setAsideRows } from './quarantine.ts'
import type { StorageEnvironment } from './storageEnvironment.ts'
import type { StorageFailure } from './storageFailure.ts'
import type { FailureListener } from './superviseDatabase.ts'
import { verifyLog } from './verifyLog.ts'
import { inspectUpdateLog, type LogFailure, type LogInspection } from './updateLog.ts'

export interface DocumentLogOptions extends DocumentKey {
  readonly doc: Doc
  readonly database: DeviceDatabase
}

export interface DocumentLog {
  /** Sees whether it can be read, sets damaged rows aside, compacts; with `rewriteWith` replaces every row. */
  readonly inspect: (rewriteWith?: Uint8Array) => Promise<Result<LogInspection, LogFailure>>
  /** Reads it into the document and appends what changes from now on. */
  readonly connect: (onFailure: FailureListener) => Promise<Result<LogConnection, StorageFailure>>
  /** Whether everything of `state`, which was committed, can be read back. */
  readonly verify: (state: Uint8Array) => Promise<Result<void, StorageFailure>>
  /** Whether this device still lists the workshop; when that cannot be asked, nothing is known to be removed. */
  readonly isListed: () => Promise<boolean>
  /** From the device's database, in time. */
  readonly newestCopy: () => Promise<NewestCheckpoint>
}

export function createDocumentLog(options: DocumentLogOptions, environment: StorageEnvironment): DocumentLog {
  const { workshopId, document, doc, database } = options
  const { timers, clock, answerWithinMs } = environment
  const name = logName(workshopId, document)
  return {
    inspect: (rewriteWith) =>
      inspectUpdateLog({
        name,
        timers,
        answerWithinMs,
        oneTab: oneTab(database, `compact/${name}`, environment),
        ...(rewriteWith === undefined ? {} : { rewriteWith }),
        setAside: (rows) =>
          answerInTime(database, environment, setAsideRows(database, options, rows, clock.now())),
      }),
    connect: (onFailure) => connectLog({ name, timers, answerWithinMs, doc, onFailure }),
    verify: (state) => verifyLog({ name, timers, answerWithinMs }, state),
    isListed: async () => {
      const listed = attempt(() => database.workshops.where('workshopId').equals(workshopId).count())
      const found = await answerInTime(database, environment, listed)
      return !found.ok || found.value > 0
    },
    newestCopy: async () => {
      const reading = readNewestCheckpoint(database, options).then(ok)
      const read = await answerInTime(database, environment, reading)
      return read.ok ? read.value : { outcome: 'failed', state: null, failure: read.error }
    },
  }
}
