/** What lies in the bin, newest first for showing. What went along with something else is restored with it. */
import { memoByTables } from '../memoByTables.ts'
import type { DeletedMark } from '../defineRecord.ts'
import { type TableName, tableNames } from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'

export interface BinnedRecord {
  readonly table: TableName
  readonly id: string
  readonly deleted: DeletedMark
  /** How many records of it went along. */
  readonly withIt: number
  /** Somebody wrote into it, or into what went along, without knowing of the deletion. */
  readonly isChanged: boolean
}

export const binnedRecords = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.bin],
  (snapshot): readonly BinnedRecord[] => {
    const along = new Map<string, number>()
    const changedAlong = new Set<string>()
    const result: Omit<BinnedRecord, 'withIt'>[] = []
    const all = tableNames.flatMap((table) =>
      [...snapshot.bin[table].values()].flatMap(({ id, deleted, changedInBin }) =>
        deleted === null ? [] : [{ table, id, deleted, isChanged: changedInBin }],
      ),
    )
    const leaders = new Set<string>(all.filter(({ deleted }) => deleted.with === null).map(({ id }) => id))
    for (const entry of all) {
      const leader = entry.deleted.with
      // A record whose leader is back, or went along itself, stands for itself: nothing in the bin is out of sight.
      if (leader === null || !leaders.has(leader)) result.push(entry)
      else {
        along.set(leader, (along.get(leader) ?? 0) + 1)
        if (entry.isChanged) changedAlong.add(leader)
      }
    }
    return result
      .map((entry) => ({
        ...entry,
        withIt: along.get(entry.id) ?? 0,
        isChanged: entry.isChanged || changedAlong.has(entry.id),
      }))
      .sort((a, b) => b.deleted.at - a.deleted.at || (a.id < b.id ? -1 : 1))
  },
)
