/**
 * What is on the disk, compared with what should be there: a committed write proves that the browser took it, not that
 * it still has it. Reads only; nothing that another tab writes meanwhile is taken for a fault.
 */
import * as Y from 'yjs'
import { err, ok, type Result } from '../shared/result.ts'
import { type OpenLogOptions, openLog } from './idbOpen.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'
import { readRows } from './updateLog.ts'
import { withinTime } from './withinTime.ts'

/** `mismatch` when the rows together lack something of `state`, which was committed before. */
export async function verifyLog(
  options: OpenLogOptions,
  state: Uint8Array,
): Promise<Result<void, StorageFailure>> {
  const opened = await openLog(options)
  if (!opened.ok) return opened
  const { timers, answerWithinMs, name } = options
  const rows = await withinTime(readRows(opened.value), timers, answerWithinMs, name)
  opened.value.close()
  if (!rows.ok) return rows
  return holds(rows.value.updates, state)
    ? ok(undefined)
    : err(storageFailure('mismatch', `${name} lacks something that was saved`))
}

/** They hold it when it adds nothing to them. */
function holds(updates: readonly Uint8Array[], state: Uint8Array): boolean {
  const scratch = new Y.Doc()
  try {
    scratch.transact(() => {
      for (const update of updates) Y.applyUpdate(scratch, update)
    })
    let isLacking = false
    scratch.on('update', () => {
      isLacking = true
    })
    Y.applyUpdate(scratch, state)
    return !isLacking
  } finally {
    scratch.destroy()
  }
}
