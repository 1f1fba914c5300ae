/**
 * Several devices of one workshop and the network between them: every update waits in the queues of all the others,
 * can arrive in any order, twice, or only after the device is online again.
 */
import * as Y from 'yjs'
import { documentNames } from '../../src/model/documentName.ts'
import { origins } from '../../src/model/origins.ts'
import type { PersonId } from '../../src/model/records/person.ts'
import { createUndo, type UndoHistory } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import {
  bring,
  createTestClock,
  emptyWorkshop,
  must,
  newWorkshop,
  type TestClock,
} from '../model/support/testWorkshop.ts'

interface Message {
  readonly document: (typeof documentNames)[number]
  readonly update: Uint8Array
}

export interface Replica {
  readonly name: number
  readonly workshop: WorkshopDocument
  readonly history: UndoHistory
  readonly personId: PersonId
  readonly clock: TestClock
  readonly inbox: Message[]
  online: boolean
}

const YEAR_MS = 365 * 24 * 3_600_000

export function createReplicas(count: number, seed: number): readonly Replica[] {
  const { workshop: first, personId } = newWorkshop(seed)
  const persons = [personId]
  for (let name = 1; name < count; name += 1)
    persons.push(must(joinPerson(first, { personId: null }, { name: `P${name}` })))
  const replicas = persons.map((person, name): Replica => {
    // Clocks that are wrong by up to a year: nothing may order by them.
    const clock = createTestClock(1_790_000_000_000 + (name - 1) * YEAR_MS)
    const workshop = emptyWorkshop(seed + 17 * (name + 1), clock)
    bring(first, workshop)
    return { name, workshop, history: createUndo(workshop), personId: person, clock, inbox: [], online: true }
  })
  for (const replica of replicas) {
    for (const document of documentNames) {
      replica.workshop.docs[document].on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === origins.remote) return
        for (const other of replicas) if (other !== replica) other.inbox.push({ document, update })
      })
    }
  }
  first.destroy()
  return replicas
}

function receive(replica: Replica, message: Message): void {
  Y.applyUpdate(replica.workshop.docs[message.document], message.update, origins.remote)
}

/** Any waiting message, or none while offline; `twice` keeps it in the queue, so that it comes again. */
export function deliverOne(replica: Replica, pick: number, twice: boolean): void {
  if (!replica.online || replica.inbox.length === 0) return
  const index = pick % replica.inbox.length
  const message = replica.inbox[index]
  if (message === undefined) return
  if (!twice) replica.inbox.splice(index, 1)
  receive(replica, message)
}

export function deliverAll(replicas: readonly Replica[], shuffle: (length: number) => number): void {
  for (const replica of replicas) {
    replica.online = true
    while (replica.inbox.length > 0) deliverOne(replica, shuffle(replica.inbox.length), false)
  }
}
