/** Turns what Dexie throws into a `Result` with a code: the one place where its exceptions are expected. */
import { err, ok, type Result } from '../shared/result.ts'
import { failureFrom, type StorageFailure } from './storageFailure.ts'

export async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, StorageFailure>> {
  try {
    return ok(await work())
  } catch (cause) {
    return err(failureFrom(cause))
  }
}
