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
import type { Actor } from '../../src/model/actor.ts'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addTouchpoint } from '../../src/model/commands/addTouchpoint.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import {
  bring,
  column,
  createTestClock,
  journeyOf,
  laneOf,
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

/** A small map to begin with, so that there is something to move, merge, rate and delete from the first step on. */
export function furnish(workshop: WorkshopDocument, actor: Actor): void {
  const journeyId = journeyOf(workshop).id
  const columns = [0, 0, 1, 1, 2].map((phase, index) => column(workshop, actor, `Spalte ${index}`, phase))
  must(addActivity(workshop, actor, { journeyId, phaseId: null, text: 'Im Stapel' }))
  for (const kind of ['expectations', 'painPoints', 'ideas'] as const) {
    const laneId = laneOf(workshop, kind).id
    for (const activityId of columns) {
      must(addCard(workshop, actor, { laneId, activityId, text: kind, fields: { source: 'first' } }))
    }
  }
  for (const activityId of columns.slice(0, 3))
    must(addTouchpoint(workshop, actor, { fields: { name: 'T' }, activityId }))
}

const YEAR_MS = 365 * 24 * 3_600_000

export function createReplicas(count: number, seed: number): readonly Replica[] {
  const { workshop: first, personId } = newWorkshop(seed)
  furnish(first, { personId })
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
