/**
 * For work that reports what can go wrong as a result: whatever it throws all the same (a browser that refuses in a way
 * nobody foresaw, a bug) becomes a failure too, so that the person who pressed hears of it and no screen waits for ever.
 */
import type { Logger } from '../shared/logger.ts'
import type { Result } from '../shared/result.ts'
import { err } from '../shared/result.ts'
import type { StorageFailure } from '../storage/storageFailure.ts'
import { storageFailure } from '../storage/storageFailure.ts'

export async function orFailure<T, E>(
  logger: Logger,
  what: string,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StorageFailure>> {
  try {
    return await work()
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    logger.error(`${what} was broken off`, { cause: detail })
    return err(storageFailure('unknown', detail))
  }
}
