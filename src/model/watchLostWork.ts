/**
 * Notices when somebody else deletes what the person at this device was writing, so that it can be offered back: what
 * they wrote just now, and what they wrote at the same time elsewhere without knowing of the deletion. Nothing is
 * brought back by itself: whoever deleted may have been right.
 */
import type * as Y from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import type { RecordRef } from './belongings.ts'
import { changedRecords } from './changedRecords.ts'
import type { DeletedMark } from './defineRecord.ts'
import { originKindOf } from './origins.ts'
import type { PersonId } from './records/person.ts'
import { recordTables } from './schema.ts'
import type { WorkshopSnapshot } from './snapshot.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export interface LostWork {
  /** What was written. */
  readonly work: RecordRef
  /** What was deleted: the same, or what took it along. Restoring this brings both back. */
  readonly deleted: RecordRef
  readonly by: PersonId | null
}

export interface WatchLostWorkOptions {
  readonly personId: () => PersonId | null
  readonly onLost: (lost: LostWork) => void
}

/** Whoever wrote less than this ago is still at it. */
const JUST_NOW_MS = 60_000

interface Held {
  readonly id: string
  readonly deleted: DeletedMark | null
  readonly changedInBin: boolean
  readonly createdBy: PersonId | null
  readonly authorIds?: readonly string[]
}

function binned(snapshot: WorkshopSnapshot, { table, id }: RecordRef): Held | undefined {
  return (snapshot.bin[table] as ReadonlyMap<string, Held>).get(id)
}

/** The record whose deletion took this one along, if it is still in the bin. */
function leaderOf(snapshot: WorkshopSnapshot, work: RecordRef, id: string | null): RecordRef {
  if (id === null) return work
  const tables = Object.keys(recordTables) as RecordRef['table'][]
  const table = tables.find((name) => binned(snapshot, { table: name, id })?.deleted != null)
  return table === undefined ? work : { table, id }
}

const keyOf = ({ table, id }: RecordRef) => `${table}/${id}`

export function watchLostWork(workshop: WorkshopDocument, options: WatchLostWorkOptions): Disposer {
  const { map } = workshop.docs
  /** When this device wrote into a record; a workshop has a few thousand of them. */
  const written = new Map<string, number>()
  let before = workshop.snapshot()
  const isMine = (record: Held): boolean => {
    const me = options.personId()
    return me !== null && (record.createdBy === me || record.authorIds?.includes(me) === true)
  }
  const isLost = (ref: RecordRef, record: Held): boolean => {
    const at = written.get(keyOf(ref))
    if (record.changedInBin) return at !== undefined || isMine(record)
    return at !== undefined && workshop.clock.now() - at <= JUST_NOW_MS
  }
  const look = (refs: readonly RecordRef[], after: WorkshopSnapshot): void => {
    const told = new Set<string>()
    for (const ref of refs) {
      const record = binned(after, ref)
      const mark = record?.deleted ?? null
      const wasThere = (before[ref.table] as ReadonlyMap<string, unknown>).has(ref.id)
      if (record === undefined || mark === null || !wasThere || !isLost(ref, record)) continue
      const deleted = leaderOf(after, ref, mark.with)
      if (told.has(keyOf(deleted))) continue
      told.add(keyOf(deleted))
      options.onLost({ work: ref, deleted, by: mark.by })
    }
  }
  const handler = (transaction: Y.Transaction): void => {
    const refs = changedRecords(transaction)
    if (refs.length === 0) return
    const kind = originKindOf(transaction.origin)
    const after = workshop.snapshot()
    if (kind === 'local' || kind === 'undo')
      for (const ref of refs) written.set(keyOf(ref), workshop.clock.now())
    else look(refs, after)
    before = after
  }
  map.on('afterTransaction', handler)
  return () => map.off('afterTransaction', handler)
}
