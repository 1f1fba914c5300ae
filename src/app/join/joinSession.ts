/**
 * Joining, from the link to the open workshop. The map is fetched while somebody types their name, so that it is there
 * when they press the button; nothing is kept on the device and nobody is entered before that.
 */
import { joinPerson } from '../../model/commands/joinPerson.ts'
import type { PersonId } from '../../model/records/person.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Capability } from '../../protocol/capability.ts'
import { ROLES, roomIdOf } from '../../protocol/capability.ts'
import type { CloseReason } from '../../protocol/closeCodes.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { connectWorkshop } from '../../sync/connectWorkshop.ts'
import type { ConnectionState, OfflineReason } from '../../sync/connectionState.ts'
import type { ReasonCode } from '../reasonText.ts'
import { keepNewWorkshop } from '../home/keepNewWorkshop.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import { actorOf } from '../session/actorOf.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export type JoinPhase =
  | { readonly phase: 'fetching' }
  | { readonly phase: 'waiting'; readonly because: OfflineReason }
  | { readonly phase: 'refused'; readonly reason: CloseReason | 'unknown' }
  | { readonly phase: 'failed'; readonly failure: { readonly code: ReasonCode } }
  /** The relay answered, but there is no workshop under this link yet. */
  | { readonly phase: 'empty' }
  | { readonly phase: 'ready'; readonly document: WorkshopDocument; readonly isKnown: boolean }

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
  void begin(joining)
  return {
    phase,
    enter: (who) => joining.enter?.(who) ?? Promise.resolve(err({ code: 'notFound' as const })),
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
}

async function begin(joining: Joining): Promise<void> {
  const { device, target, phase } = joining
  const known = await device.catalogue.findByRoom(roomIdOf(target.capability))
  if (joining.closed) return
  if (!known.ok) phase.set({ phase: 'failed', failure: known.error })
  else if (known.value === null) fetchFromRelay(joining)
  else await openKnown(joining, known.value)
}

/** The workshop is on this device already: a stronger link makes it more, a weaker one takes nothing away. */
async function openKnown(joining: Joining, entry: WorkshopEntry): Promise<void> {
  const { services, device, target, phase } = joining
  const isStronger = ROLES.indexOf(target.capability.role) < ROLES.indexOf(entry.role)
  const written = await device.catalogue.update(entry.workshopId, {
    deletedAt: null,
    relayOrigin: target.origin,
    ...(isStronger ? { role: target.capability.role, secret: target.capability.secret } : {}),
  })
  if (!written.ok) return phase.set({ phase: 'failed', failure: written.error })
  const held = services.sessions.hold(entry.workshopId)
  joining.stops.push(held.release)
  const opened = await held.opened
  if (joining.closed) return
  if (!opened.ok) {
    const failure = 'failure' in opened.error ? opened.error.failure : { code: 'removed' as const }
    return phase.set({ phase: 'failed', failure })
  }
  const session = opened.value
  joining.enter = (who) => enterKnown(session, who)
  phase.set({ phase: 'ready', document: session.document, isKnown: true })
}

async function enterKnown(session: WorkshopSession, who: Newcomer) {
  const person = personOf(session.document, session.actor.get(), who)
  if (!person.ok) return person
  if (person.value !== null) {
    const switched = await session.switchPerson(person.value)
    if (!switched.ok) return switched
  }
  return ok(session.workshopId)
}

function fetchFromRelay(joining: Joining): void {
  const { services, target, phase } = joining
  const document = createWorkshopDocument({ clock: services.clock })
  const connection = connectWorkshop({ workshopId: null, documents: document.docs, relay: target })
  let kept = false
  let synced = false
  const show = () => {
    if (!joining.closed) phase.set(phaseOf(connection.state.get(), synced, document))
  }
  const stopState = connection.state.subscribe(show)
  const stopDocument = document.subscribe(show)
  joining.stops.push(stopState, stopDocument, connection.close, () => (kept ? undefined : document.destroy()))
  joining.enter = async (who) => {
    const { capability, origin } = target
    const person = personOf(document, actorOf({ role: capability.role, personId: null }, false), who)
    if (!person.ok) return person
    stopState()
    stopDocument()
    connection.close()
    kept = true
    const session = await keepNewWorkshop(services, document, {
      role: capability.role,
      secret: capability.secret,
      roomId: roomIdOf(capability),
      relayOrigin: origin,
      personId: person.value,
      peopleHere: person.value === null ? [] : [person.value],
    })
    return session.ok ? ok(session.value.workshopId) : session
  }
  void connection.whenSynced().then((result) => {
    synced = result.ok
    show()
  })
  show()
}

function phaseOf(connection: ConnectionState, synced: boolean, document: WorkshopDocument): JoinPhase {
  if (connection.state === 'refused') return { phase: 'refused', reason: connection.reason }
  if (synced) {
    const isThere = document.snapshot().meta.workshopId !== ''
    return isThere ? { phase: 'ready', document, isKnown: false } : { phase: 'empty' }
  }
  return connection.state === 'offline'
    ? { phase: 'waiting', because: connection.because }
    : { phase: 'fetching' }
}

function personOf(
  document: WorkshopDocument,
  actor: ReturnType<typeof actorOf>,
  who: Newcomer,
): Result<PersonId | null, { readonly code: ReasonCode } | StorageFailure> {
  if (who.kind === 'looker') return ok(null)
  if (who.kind === 'known') return ok(who.personId)
  const kind = actor.mayWrite?.includes('stage') === true ? 'moderator' : 'participant'
  return joinPerson(document, actor, { name: who.name, colour: who.colour, kind })
}
