/**
 * An answer from the device's database in any case: Dexie lets everybody wait as long as its own opening waits, and on a
 * browser that took the database away and does not answer that is for ever.
 */
import type { Result } from '../shared/result.ts'
import type { DeviceDatabase } from './database.ts'
import type { StorageEnvironment } from './storageEnvironment.ts'
import type { StorageFailure } from './storageFailure.ts'
import { withinTime } from './withinTime.ts'

export async function answerInTime<T>(
  database: DeviceDatabase,
  { timers, answerWithinMs }: Pick<StorageEnvironment, 'timers' | 'answerWithinMs'>,
  answer: Promise<Result<T, StorageFailure>>,
): Promise<Result<T, StorageFailure>> {
  const result = await withinTime(answer, timers, answerWithinMs, `asking ${database.name}`)
  if (!result.ok) database.openAgain()
  return result
}
