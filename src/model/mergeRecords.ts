/**
 * Several records become one: the others name it in `mergedInto`, and everything that points at them is read as
 * pointing at it. Authors and media of all are kept. Nothing is copied that could be counted twice.
 */
import { ok } from '../shared/result.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import { allLive } from './liveRecord.ts'
import type { IdIn, TableName } from './schema.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export function checkMerge<T extends TableName>(
  workshop: WorkshopDocument,
  table: T,
  keepId: IdIn<T>,
  mergeIds: readonly IdIn<T>[],
): CommandResult<null> {
  const live = allLive(workshop, table, [keepId, ...mergeIds])
  if (!live.ok) return live
  return mergeIds.includes(keepId) ? refuse('wouldLoop', `${table}/${keepId}`) : ok(null)
}

/** The text that stays, with every other text that says something new on a line of its own. */
export function joinedText(kept: string, others: readonly string[]): string {
  let text = kept
  for (const other of others) {
    if (other.trim() !== '' && !text.includes(other.trim())) text = text === '' ? other : `${text}\n${other}`
  }
  return text
}
