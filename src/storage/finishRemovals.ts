/**
 * Removing a workshop takes one step that is all or nothing (its rows) and several that are not (its update logs are
 * databases of their own). So the first step leaves a note, and the next start finishes what a killed page began.
 */
import { clearDocument } from 'y-indexeddb'
import { consoleLogger, type Logger } from '../shared/logger.ts'
import type { Result } from '../shared/result.ts'
import { systemTimers, type Timers } from '../shared/timers.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import { logName } from './logName.ts'
import type { StorageFailure } from './storageFailure.ts'
import { withinTime } from './withinTime.ts'

const NOTE_PREFIX = 'removing/'
/** Another tab lets go of a log as soon as it hears; one that is frozen holds it until it wakes. */
const LOG_WITHIN_MS = 10_000

/** Part of the transaction that removes the rows: settings must be among its tables. */
export async function noteRemoval(
  { settings }: DeviceDatabase,
  workshopId: string,
  documents: readonly string[],
): Promise<void> {
  await settings.put({ key: `${NOTE_PREFIX}${workshopId}`, value: [...documents] })
}

/** Fails while something still holds a log; the note stays, and the next start tries again. */
export async function removeLogs(
  database: DeviceDatabase,
  workshopId: string,
  documents: readonly string[],
  timers: Timers = systemTimers,
): Promise<Result<void, StorageFailure>> {
  for (const document of documents) {
    const cleared = attempt(() => clearDocument(logName(workshopId, document)))
    const removed = await withinTime(cleared, timers, LOG_WITHIN_MS, 'removing a log')
    if (!removed.ok) return removed
  }
  return attempt(() => database.settings.delete(`${NOTE_PREFIX}${workshopId}`))
}

/** For the start of the app, before anything is opened. A workshop that came back meanwhile stays. */
export async function finishRemovals(
  database: DeviceDatabase,
  logger: Logger = consoleLogger,
): Promise<void> {
  const notes = await attempt(() => database.settings.where('key').startsWith(NOTE_PREFIX).toArray())
  if (!notes.ok) return
  for (const { key, value } of notes.value) {
    const workshopId = key.slice(NOTE_PREFIX.length)
    const documents = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
    const listed = await attempt(() => database.workshops.get(workshopId))
    if (!listed.ok) return
    const done =
      listed.value === undefined
        ? await removeLogs(database, workshopId, documents)
        : await attempt(() => database.settings.delete(key))
    if (!done.ok) logger.warn('a removed workshop left something behind', { workshopId, ...done.error })
  }
}
