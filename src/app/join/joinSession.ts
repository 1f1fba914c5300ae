/**
 * Joining, from the link to the open workshop. The map is fetched while somebody types their name, so that it is there
 * when they press the button; nothing is kept on the device and nobody is entered before that.
 */
import { editRecord } from '../../model/commands/editRecord.ts'
import { joinPerson } from '../../model/commands/joinPerson.ts'
import type { PersonId } from '../../model/records/person.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Capability } from '../../protocol/capability.ts'
import { roomIdOf } from '../../protocol/capability.ts'
import type { CloseReason } from '../../protocol/closeCodes.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { isRoomClosed, type WorkshopEntry } from '../../storage/workshopEntry.ts'
import { connectWorkshop } from '../../sync/connectWorkshop.ts'
import type { ConnectionState, OfflineReason } from '../../sync/connectionState.ts'
import { askRoom } from '../../sync/roomAdmin.ts'
import { orFailure } from '../orFailure.ts'
import type { ReasonCode } from '../reasonText.ts'
import { keepNewWorkshop } from '../home/keepNewWorkshop.ts'
import type { Device } from '../device.ts'
import { hasLinksToFinish } from '../room/changeLinks.ts'
import { noteClosedRoom } from '../room/noteClosedRoom.ts'
import type { AppServices } from '../services.ts'
import { actorOf } from '../session/actorOf.ts'
import { gainedAccess } from '../session/gainedAccess.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export type JoinPhase =
  | { readonly phase: 'fetching' }
  | { readonly phase: 'waiting'; readonly because: OfflineReason }
  | { readonly phase: 'refused'; readonly reason: CloseReason | 'unknown' }
  | { readonly phase: 'failed'; readonly failure: { readonly code: ReasonCode } }
  /** The relay answered, but there is no workshop under this link yet. */
  | { readonly phase: 'empty' }
  /** The workshop is on this device, and the room of this link was closed, as far as this device has heard. */
  | { readonly phase: 'closed'; readonly workshopId: string }
  | {
      readonly phase: 'ready'
      readonly document: WorkshopDocument
      readonly isKnown: boolean
      /** Who has written in this workshop on this device, the latest first. */
      readonly peopleHere: readonly string[]
    }

/** Who comes in: somebody new, somebody who is in the list already, or only a pair of eyes. */
export type Newcomer =
  | { readonly kind: 'new'; readonly name: string; readonly colour: string }
  | { readonly kind: 'known'; readonly personId: PersonId }
  | { readonly kind: 'looker' }

export interface JoinSession {
  readonly phase: ReadableValue<JoinPhase>
  /** Keeps the workshop on this device and says who sits here; gives back its id. */
  readonly enter: (who: Newcomer) => Promise<Result<string, { readonly code: ReasonCode }>>
  readonly close: Disposer
}

export interface JoinTarget {
  readonly origin: string
  readonly capability: Capability
}

export function startJoin(services: AppServices, target: JoinTarget): JoinSession {
  const phase = createValueStore<JoinPhase>({ phase: 'fetching' })
  if (!services.device.ok) {
    phase.set({ phase: 'failed', failure: services.device.error })
    return { phase, enter: () => Promise.resolve(err({ code: 'unavailable' })), close: () => undefined }
  }
  const joining: Joining = {
    services,
    device: services.device.value,
    target,
    phase,
    closed: false,
    stops: [],
  }
  const heard = <T, E>(work: () => Promise<Result<T, E>>) => orFailure(services.logger, 'joining', work)
  void heard(() => begin(joining)).then((begun) => {
    if (!begun.ok && !joining.closed) phase.set({ phase: 'failed', failure: begun.error })
  })
  return {
    phase,
    enter: (who) => {
      const { enter } = joining
      return enter === undefined
        ? Promise.resolve(err({ code: 'notFound' as const }))
        : heard(() => enter(who))
    },
    close: () => {
      joining.closed = true
      for (const stop of joining.stops.splice(0)) stop()
    },
  }
}

interface Joining {
  readonly services: AppServices
  readonly device: Device
  readonly target: JoinTarget
  readonly phase: ValueStore<JoinPhase>
  readonly stops: Disposer[]
  closed: boolean
  enter?: JoinSession['enter']
  /** Who was entered by an attempt that failed afterwards. */
  entered?: PersonId
}

async function begin(joining: Joining): Promise<Result<void, StorageFailure>> {
  const { device, target } = joining
  const known = await device.catalogue.findByRoom(roomIdOf(target.capability))
  if (joining.closed) return ok(undefined)
  if (!known.ok) return known
  if (known.value === null || known.value.deletedAt !== null) fetchFromRelay(joining)
  else if (leadsNowhere(known.value)) return askAgain(joining, known.value)
  else await openKnown(joining, known.value)
  return ok(undefined)
}

/** Closed, and not because of new links that this device has the key of and finishes as soon as it is opened. */
function leadsNowhere(entry: WorkshopEntry): boolean {
  return isRoomClosed(entry) && !hasLinksToFinish(entry)
}

/** A room that was closed by mistake can be opened again; as long as the relay says nothing, it counts as closed. */
async function askAgain(joining: Joining, entry: WorkshopEntry): Promise<Result<void, StorageFailure>> {
  const { device, target, phase } = joining
  const { workshopId, roomId } = entry
  phase.set({ phase: 'closed', workshopId })
  const state = await askRoom(target)
  if (joining.closed || state !== 'open') return ok(undefined)
  const noted = await device.catalogue.noteRoomClosed(workshopId, roomId, null)
  if (joining.closed || !noted.ok) return noted
  await openKnown(joining, entry)
  return noted
}

/** The workshop is on this device already; nothing about it changes before the button is pressed. */
async function openKnown(joining: Joining, entry: WorkshopEntry): Promise<void> {
  const { services, phase } = joining
  const held = services.sessions.hold(entry.workshopId)
  joining.stops.push(held.release)
  const opened = await held.opened
  if (joining.closed) return
  if (!opened.ok) {
    const failure = 'failure' in opened.error ? opened.error.failure : { code: 'removed' as const }
    return phase.set({ phase: 'failed', failure })
  }
  const session = opened.value
  joining.enter = (who) => enterKnown(joining, session, who)
  const { workshopId, document } = session
  const { peopleHere } = session.entry.get()
  const ready: JoinPhase = { phase: 'ready', document, isKnown: true, peopleHere }
  const closed: JoinPhase = { phase: 'closed', workshopId }
  const show = () => phase.set(leadsNowhere(session.entry.get()) ? closed : ready)
  // The relay may say it only now that this device asks again; one that was open before hears late of an opened room.
  joining.stops.push(session.entry.subscribe(show))
  show()
}

async function enterKnown(joining: Joining, session: WorkshopSession, who: Newcomer) {
  const { device, target } = joining
  const { workshopId, document, recovered } = session
  const held = session.entry.get()
  const gained = gainedAccess(held, accessOf(target))
  const written = await device.catalogue.update(workshopId, gained)
  if (!written.ok) return written
  const role = gained.role ?? held.role
  const person = personOf(joining, document, actorOf({ role, personId: held.personId }, recovered), who)
  if (!person.ok) return person
  if (person.value !== null) {
    const switched = await session.switchPerson(person.value)
    if (!switched.ok) return switched
  }
  return ok(workshopId)
}

function accessOf({ capability, origin }: JoinTarget) {
  const { role, secret } = capability
  return { role, secret, roomId: roomIdOf(capability), relayOrigin: origin }
}

function fetchFromRelay(joining: Joining): void {
  const { services, target, phase } = joining
  const document = createWorkshopDocument({ clock: services.clock })
  const connection = connectWorkshop({ workshopId: null, documents: document.docs, relay: target })
  let kept = false
  let peopleHere: readonly string[] | null = null
  const show = () => {
    if (!joining.closed) phase.set(phaseOf(connection.state.get(), peopleHere, document))
  }
  const stopState = connection.state.subscribe(show)
  const stopDocument = document.subscribe(show)
  joining.stops.push(stopState, stopDocument, connection.close, () => (kept ? undefined : document.destroy()))
  joining.enter = async (who) => {
    const actor = actorOf({ role: target.capability.role, personId: null }, false)
    const person = personOf(joining, document, actor, who)
    if (!person.ok) return person
    stopState()
    stopDocument()
    connection.close()
    kept = true
    await noteClosedRoom(services, joining.device, document.snapshot().meta.workshopId, target)
    const session = await keepNewWorkshop(services, document, {
      ...accessOf(target),
      personId: person.value,
      peopleHere: person.value === null ? [] : [person.value],
    })
    if (session.ok) return ok(session.value.workshopId)
    kept = false
    if (joining.closed) document.destroy()
    return session
  }
  void connection.whenSynced().then(async (result) => {
    if (result.ok) peopleHere = await whoWasHere(joining.device, document)
    show()
  })
  show()
}

/** New links lead to another room of a workshop that this device may know well. */
async function whoWasHere({ catalogue }: Device, document: WorkshopDocument): Promise<readonly string[]> {
  const known = await catalogue.find(document.snapshot().meta.workshopId)
  return known.ok ? (known.value?.peopleHere ?? []) : []
}

/** `peopleHere` is null until the map is here. */
function phaseOf(
  connection: ConnectionState,
  peopleHere: readonly string[] | null,
  document: WorkshopDocument,
): JoinPhase {
  if (connection.state === 'refused') return { phase: 'refused', reason: connection.reason }
  if (peopleHere !== null) {
    const isThere = document.snapshot().meta.workshopId !== ''
    return isThere ? { phase: 'ready', document, isKnown: false, peopleHere } : { phase: 'empty' }
  }
  return connection.state === 'offline'
    ? { phase: 'waiting', because: connection.because }
    : { phase: 'fetching' }
}

/** Whoever tries again is not entered twice. */
function personOf(
  joining: Joining,
  document: WorkshopDocument,
  actor: ReturnType<typeof actorOf>,
  who: Newcomer,
): Result<PersonId | null, { readonly code: ReasonCode } | StorageFailure> {
  if (who.kind === 'looker') return ok(null)
  if (who.kind === 'known') return ok(who.personId)
  const { name, colour } = who
  const id = joining.entered
  if (id !== undefined) {
    const edited = editRecord(document, actor, { table: 'persons', id, patch: { name, colour } })
    return edited.ok ? ok(id) : edited
  }
  const kind = actor.mayWrite?.includes('stage') === true ? 'moderator' : 'participant'
  const person = joinPerson(document, actor, { name, colour, kind })
  if (person.ok) joining.entered = person.value
  return person
}
