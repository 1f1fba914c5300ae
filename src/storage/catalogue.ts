/**
 * The workshops on this device, for the home screen and for opening one. Writes are small patches in a transaction,
 * because two tabs keep the same entry up to date; opening and storing the documents themselves is not done here.
 */
import { liveQuery } from 'dexie'
import type { Clock } from '../shared/clock.ts'
import { systemClock } from '../shared/clock.ts'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import { removeWorkshopData } from './removeWorkshopData.ts'
import { failureFrom, type StorageFailure } from './storageFailure.ts'
import { newWorkshopEntry, type WorkshopEntry, type WorkshopEntryPatch } from './workshopEntry.ts'

export type WorkshopList = Result<readonly WorkshopEntry[], StorageFailure>

export interface Catalogue {
  /** All of them, also those in the bin, the latest opened first. */
  readonly list: () => Promise<WorkshopList>
  /** Calls at once with the list and again after every change, also one made in another tab. */
  readonly subscribe: (listener: (list: WorkshopList) => void) => Disposer
  readonly find: (workshopId: string) => Promise<Result<WorkshopEntry | null, StorageFailure>>
  /** By its relay room: "this workshop is here already". */
  readonly findByRoom: (roomId: string) => Promise<Result<WorkshopEntry | null, StorageFailure>>
  /** Adds the entry, or changes the given fields of the one that is there. */
  readonly upsert: (
    workshopId: string,
    patch: WorkshopEntryPatch,
  ) => Promise<Result<WorkshopEntry, StorageFailure>>
  /** Changes the given fields; an entry that was removed meanwhile stays removed. */
  readonly update: (workshopId: string, patch: WorkshopEntryPatch) => Promise<Result<void, StorageFailure>>
  /** The relay said that this room is closed, or open (null); nothing when the workshop is in another one by now. */
  readonly noteRoomClosed: (
    workshopId: string,
    roomId: string | null,
    roomClosedAt: number | null,
  ) => Promise<Result<void, StorageFailure>>
  /** Notes who writes here now, the first of everybody who has. */
  readonly switchPerson: (workshopId: string, personId: string) => Promise<Result<void, StorageFailure>>
  readonly bin: (workshopId: string) => Promise<Result<void, StorageFailure>>
  readonly restore: (workshopId: string) => Promise<Result<void, StorageFailure>>
  /** For good: entry, documents, second copies, pictures nobody else needs. There is no way back but a file. */
  readonly remove: (workshopId: string, documents: readonly string[]) => Promise<Result<void, StorageFailure>>
}

export function createCatalogue(database: DeviceDatabase, clock: Clock = systemClock): Catalogue {
  const { workshops } = database
  const update: Catalogue['update'] = (workshopId, patch) =>
    attempt(async () => void (await workshops.update(workshopId, patch)))
  return {
    list: () => attempt(() => listEntries(database)),
    subscribe: (listener) => subscribeList(database, listener),
    find: (workshopId) => attempt(async () => (await workshops.get(workshopId)) ?? null),
    findByRoom: (roomId) =>
      attempt(async () => (await workshops.where('roomId').equals(roomId).first()) ?? null),
    upsert: (workshopId, patch) =>
      attempt(() =>
        database.transaction('rw', workshops, async () => {
          const held = await workshops.get(workshopId)
          const entry =
            held === undefined ? newWorkshopEntry(workshopId, clock.now(), patch) : { ...held, ...patch }
          await workshops.put(entry)
          return entry
        }),
      ),
    update,
    noteRoomClosed: (workshopId, roomId, roomClosedAt) =>
      attempt(async () => {
        const inRoom = workshops.where('workshopId').equals(workshopId)
        await inRoom.and((entry) => entry.roomId === roomId).modify({ roomClosedAt })
      }),
    switchPerson: (workshopId, personId) =>
      attempt(() =>
        database.transaction('rw', workshops, async () => {
          const held = await workshops.get(workshopId)
          if (held === undefined) return
          const others = held.peopleHere.filter((id) => id !== personId)
          await workshops.put({ ...held, personId, peopleHere: [personId, ...others] })
        }),
      ),
    bin: (workshopId) => update(workshopId, { deletedAt: clock.now() }),
    restore: (workshopId) => update(workshopId, { deletedAt: null }),
    remove: (workshopId, documents) => removeWorkshopData(database, workshopId, documents),
  }
}

async function listEntries(database: DeviceDatabase): Promise<readonly WorkshopEntry[]> {
  const entries = await database.workshops.toArray()
  return entries.sort((a, b) => b.lastOpenedAt - a.lastOpenedAt || (a.workshopId < b.workshopId ? -1 : 1))
}

function subscribeList(database: DeviceDatabase, listener: (list: WorkshopList) => void): Disposer {
  const subscription = liveQuery(() => listEntries(database)).subscribe({
    next: (entries) => listener(ok(entries)),
    error: (cause: unknown) => listener(err(failureFrom(cause))),
  })
  return () => subscription.unsubscribe()
}
