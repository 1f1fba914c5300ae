/**
 * Who is here and where on the map. Ephemeral: it travels as awareness and never as a document write. Own file and
 * contract because the canvas, the wall and the join screen need it without knowing how it is carried.
 */
import type { ReadableValue } from '../shared/valueStore.ts'
import type { PresencePlace, PresenceState, PresentPerson } from './presenceState.ts'

export interface Peer extends PresenceState {
  /** One device (or tab); the same person may be at several. */
  readonly clientId: number
  /** Not heard from for a while; background tabs are throttled, so nobody is removed at once. */
  readonly away: boolean
}

export interface Presence {
  /** Everybody else, in stable order; the own tab is not in it, the same person on another device is. */
  readonly others: ReadableValue<readonly Peer[]>
  /** Who sits at this device now; null (the default) shows nobody. Several people may take turns at one tablet. */
  readonly setPerson: (person: PresentPerson | null) => void
  readonly setPlace: (place: PresencePlace | null) => void
  readonly setTyping: (typing: boolean) => void
  readonly setWall: (wall: boolean) => void
}
