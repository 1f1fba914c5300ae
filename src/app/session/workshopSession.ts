/**
 * A workshop as the screens hold it: its documents, where they are kept, who is connected, and who writes here. Made by
 * `openWorkshop` for one that is on this device and by `adoptWorkshop` for one that was just created, joined or read.
 */
import type { Actor } from '../../model/actor.ts'
import type { UndoHistory } from '../../model/undo.ts'
import type { PersonId } from '../../model/records/person.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import type { WorkshopPersistence } from '../../storage/persistWorkshop.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'
import type { Access } from './gainedAccess.ts'
import type { NoteExport } from './noteOnlyHere.ts'
import type { SessionPictures } from './pictureExchange.ts'

export interface WorkshopSession {
  readonly workshopId: string
  readonly document: WorkshopDocument
  readonly history: UndoHistory
  readonly persistence: WorkshopPersistence
  /** Changes when sharing begins: another relay is another connection. */
  readonly connection: ReadableValue<WorkshopConnection>
  /** Pictures and attachments on their way to and from the relay. */
  readonly pictures: SessionPictures
  readonly entry: ReadableValue<WorkshopEntry>
  readonly actor: ReadableValue<Actor>
  /** Only the second copy could be read: to look at and to save as a file, never to write. */
  readonly recovered: boolean
  /** Work is stored that waits for other work which is not here. */
  readonly hasGaps: ReadableValue<boolean>
  /** Stored changes that could not be read; they were set aside, not deleted. */
  readonly damagedRows: number
  /** For whoever makes a file of it; a second copy is no export of the whole and is never noted as one. */
  readonly beginExport: () => NoteExport
  /** Says who sits at this device now. */
  readonly switchPerson: (personId: PersonId) => Promise<Result<void, StorageFailure>>
  /** Begins to share over a relay, such as the one this page came from. */
  readonly share: (relayOrigin: string, creationToken?: string) => Promise<Result<void, StorageFailure>>
  /** Other links, another room or no relay any more; every tab of this device follows. */
  readonly changeAccess: (access: Access) => Promise<Result<void, StorageFailure>>
  /** Keeps the secret of a room that the relay is about to be asked for. */
  readonly noteNextSecret: (secret: string | null) => Promise<Result<void, StorageFailure>>
  /** The relay said that this room is closed; nothing when that is not this device's room any more. */
  readonly noteClosed: (roomId: string | null, roomClosedAt: number) => Promise<Result<void, StorageFailure>>
  /** Saves what is left and lets go of everything; never rejects. */
  readonly close: () => Promise<void>
}
