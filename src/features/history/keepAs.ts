/** Makes a version of what is on the screen now and gives it a name, so that it is never thinned away. */
import { err, ok, type Result } from '../../shared/result.ts'
import { type StorageFailure, storageFailure } from '../../storage/storageFailure.ts'
import type { HistoryTools } from './historyTools.ts'

export interface KeptVersion {
  readonly id: number
  /** The name it had already; null when it had none. */
  readonly nameBefore: string | null
}

export interface KeepAsOptions {
  /** Somebody may have named this very state already: then that name stays, which keeps it as well. */
  readonly leaveNamed: boolean
}

export async function keepAs(
  tools: HistoryTools,
  name: string,
  { leaveNamed }: KeepAsOptions = { leaveNamed: false },
): Promise<Result<KeptVersion, StorageFailure>> {
  const made = await tools.keepNow()
  if (!made.ok) return made
  const list = await tools.list()
  if (!list.ok) return list
  const newest = list.value[0]
  if (newest === undefined)
    return err(storageFailure('removed', 'the version that was just made is not here'))
  const kept = { id: newest.id, nameBefore: newest.name }
  if (leaveNamed && newest.name !== null) return ok(kept)
  const named = await tools.name(newest.id, name)
  return named.ok ? ok(kept) : named
}
