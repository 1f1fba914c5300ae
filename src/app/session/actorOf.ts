/** Who writes with which rights: the person at this device, and the documents that the link of this device allows. */
import type { Actor } from '../../model/actor.ts'
import { documentNames } from '../../model/documentName.ts'
import type { PersonId } from '../../model/records/person.ts'
import { mayWrite } from '../../protocol/access.ts'
import type { DeviceRole, WorkshopEntry } from '../../storage/workshopEntry.ts'

export function writableDocuments(role: DeviceRole) {
  return documentNames.filter((name) => mayWrite(role, name))
}

export function actorOf(entry: Pick<WorkshopEntry, 'personId' | 'role'>, recovered: boolean): Actor {
  return {
    personId: entry.personId as PersonId | null,
    mayWrite: recovered ? [] : writableDocuments(entry.role),
  }
}
