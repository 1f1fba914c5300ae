/** What a workshop can do while it is open: who sits here, sharing, closing. Storage has been loaded before. */
import type { PersonId } from '../../model/records/person.ts'
import { createUndo } from '../../model/undo.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { err } from '../../shared/result.ts'
import type { ValueStore } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import type { WorkshopPersistence } from '../../storage/persistWorkshop.ts'
import { storageFailure } from '../../storage/storageFailure.ts'
import { watchGaps } from '../../storage/watchGaps.ts'
import type { WorkshopEntry, WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import { actorOf } from './actorOf.ts'
import type { ListedConnection } from './connectAsListed.ts'
import { connectAsListed } from './connectAsListed.ts'
import { followEntry } from './followEntry.ts'
import { newAccess } from './gainedAccess.ts'
import { noteNothing, noteOnlyHere } from './noteOnlyHere.ts'
import { onOwnEdit } from './onOwnEdit.ts'
import { createSessionPictures } from './pictureExchange.ts'
import type { WorkshopSession } from './workshopSession.ts'

export interface SessionParts {
  readonly device: Device
  readonly entry: WorkshopEntry
  readonly document: WorkshopDocument
  readonly persistence: WorkshopPersistence
  readonly recovered: boolean
  readonly damagedRows: number
}

export function createSession(parts: SessionParts): WorkshopSession {
  const { device, document, persistence, recovered, damagedRows } = parts
  const { workshopId } = parts.entry
  const entry = createValueStore(parts.entry)
  const actor = createValueStore(actorOf(parts.entry, recovered))
  const history = createUndo(document, {
    personId: () => actor.get().personId,
    onPersonChange: actor.subscribe,
  })
  const stopActor = entry.subscribe((current) => actor.set(actorOf(current, recovered)))
  const listed = connectAsListed(entry, document)
  const { connection } = listed
  const stopFollowing = followEntry({ device, document, entry, connection })
  const pictures = createSessionPictures({ media: device.media, document, entry, connection })
  const gaps = watchGaps(Object.values(document.docs))
  const onlyHere = recovered ? noteNothing() : noteOnlyHere({ device, document, entry, connection, pictures })
  const stopAsking = onOwnEdit(document, device.keeping.ask)
  return {
    workshopId,
    document,
    history,
    persistence,
    connection,
    pictures,
    entry,
    actor,
    recovered,
    hasGaps: gaps.hasGaps,
    damagedRows,
    beginExport: onlyHere.beginExport,
    switchPerson: (personId) => switchPerson(device, entry, personId),
    share: (relayOrigin, creationToken) => share(device, entry, listed, relayOrigin, creationToken),
    changeAccess: (access) => change(device, entry, newAccess(entry.get(), access)),
    noteClosed: (roomId, roomClosedAt) => noteClosed(device, entry, roomId, roomClosedAt),
    noteNextSecret: (nextSecret) => change(device, entry, { nextSecret }),
    close: async () => {
      stopAsking()
      onlyHere.close()
      gaps.stop()
      stopFollowing()
      pictures.close()
      stopActor()
      listed.close()
      history.destroy()
      await persistence.close()
      document.destroy()
    },
  }
}

function switchPerson(device: Device, entry: ValueStore<WorkshopEntry>, personId: PersonId) {
  const held = entry.get()
  const others = held.peopleHere.filter((id) => id !== personId)
  entry.set({ ...held, personId, peopleHere: [personId, ...others] })
  return device.catalogue.switchPerson(held.workshopId, personId)
}

async function change({ catalogue }: Device, entry: ValueStore<WorkshopEntry>, patch: WorkshopEntryPatch) {
  const written = await catalogue.update(entry.get().workshopId, patch)
  if (written.ok) entry.set({ ...entry.get(), ...patch })
  return written
}

async function noteClosed(
  { catalogue }: Device,
  entry: ValueStore<WorkshopEntry>,
  roomId: string | null,
  roomClosedAt: number,
) {
  const held = entry.get()
  if (held.roomId === roomId) entry.set({ ...held, roomClosedAt })
  return catalogue.noteRoomClosed(held.workshopId, roomId, roomClosedAt)
}

async function share(
  { catalogue }: Device,
  entry: ValueStore<WorkshopEntry>,
  listed: ListedConnection,
  relayOrigin: string,
  creationToken?: string,
) {
  const held = entry.get()
  if (held.secret === null) return err(storageFailure('unknown', 'this workshop has no secret to share'))
  listed.prepare(creationToken)
  const written = await catalogue.update(held.workshopId, { relayOrigin })
  if (written.ok) entry.set({ ...entry.get(), relayOrigin })
  return written
}
