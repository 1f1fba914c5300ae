/**
 * What a device says about the person at it: who, and where on the map. It comes from other devices, so everything is
 * checked and cut to size before anybody sees it; fields this app does not know are dropped.
 */
import { isSafeId } from '../shared/ids.ts'

export interface PresentPerson {
  readonly id: string
  readonly name: string
  readonly initials: string
  readonly colour: string
}

export type PresencePlace =
  | { readonly kind: 'cell'; readonly laneId: string; readonly activityId: string }
  | { readonly kind: 'card'; readonly cardId: string }
  | { readonly kind: 'record'; readonly recordId: string }

export interface PresenceState {
  readonly person: PresentPerson
  readonly place: PresencePlace | null
  readonly typing: boolean
  /** The wall screen, which is nobody. */
  readonly wall: boolean
}

const NAME_LIMIT = 80
const INITIALS_LIMIT = 4

/** The state, or null when it is not one. */
export function readPresenceState(raw: unknown): PresenceState | null {
  if (!isObject(raw)) return null
  const person = readPerson(raw['person'])
  if (person === null) return null
  return {
    person,
    place: readPlace(raw['place']),
    typing: raw['typing'] === true,
    wall: raw['wall'] === true,
  }
}

function readPerson(raw: unknown): PresentPerson | null {
  if (!isObject(raw) || !isSafeId(raw['id'])) return null
  const { name, initials, colour } = raw
  if (typeof name !== 'string' || typeof initials !== 'string') return null
  return {
    id: raw['id'],
    name: clip(name, NAME_LIMIT),
    initials: clip(initials, INITIALS_LIMIT),
    colour: typeof colour === 'string' && /^[#A-Za-z0-9-]{1,24}$/.test(colour) ? colour : '',
  }
}

function readPlace(raw: unknown): PresencePlace | null {
  if (!isObject(raw)) return null
  const { kind, laneId, activityId, cardId, recordId } = raw
  if (kind === 'cell' && isSafeId(laneId) && isSafeId(activityId)) return { kind, laneId, activityId }
  if (kind === 'card' && isSafeId(cardId)) return { kind, cardId }
  if (kind === 'record' && isSafeId(recordId)) return { kind, recordId }
  return null
}

/** Control characters would let a name reorder the text around it. */
function clip(text: string, limit: number): string {
  const plain = text.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
  return Array.from(plain).slice(0, limit).join('')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
