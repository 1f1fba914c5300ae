/** Carries presence by awareness: throttled on the way out, checked and cut to size on the way in. */
import type { Awareness } from 'y-protocols/awareness'
import type { Disposer } from '../shared/disposer.ts'
import { PeerList } from './peerList.ts'
import type { Presence } from './presence.ts'
import type { PresenceState, PresentPerson } from './presenceState.ts'
import type { SyncEnvironment } from './syncEnvironment.ts'

/** Faster than anybody can follow, slow enough that eight moving fingers are no load. */
const THROTTLE_MS = 120

const WALL: PresentPerson = { id: 'wall', name: '', initials: '', colour: '' }

interface Draft extends Omit<PresenceState, 'person'> {
  readonly person: PresentPerson | null
}

export function announcePresence(
  awareness: Awareness,
  { timers }: SyncEnvironment,
): { readonly presence: Presence; readonly close: Disposer } {
  let draft: Draft = { person: null, place: null, typing: false, wall: false }
  let stopTimer: Disposer | null = null
  let isStale = false
  const peers = new PeerList(timers, (clientId) => forgetClock(awareness, clientId))

  const publish = (): void => {
    isStale = false
    const state = toState(draft)
    if (state !== null || awareness.getLocalState() !== null) awareness.setLocalState(state)
    stopTimer = timers.after(THROTTLE_MS, () => {
      stopTimer = null
      if (isStale) publish()
    })
  }
  const change = (patch: Partial<Draft>): void => {
    if (Object.entries(patch).every(([key, value]) => isEqual(draft[key as keyof Draft], value))) return
    draft = { ...draft, ...patch }
    if (stopTimer === null) publish()
    else isStale = true
  }
  const stopListening = followPeers(awareness, peers)
  return {
    presence: {
      others: peers.shown,
      setPerson: (person) => change({ person, place: null, typing: false }),
      setPlace: (place) => change({ place }),
      setTyping: (typing) => change({ typing }),
      setWall: (wall) => change({ wall }),
    },
    close: () => {
      stopTimer?.()
      stopListening()
      peers.close()
      if (awareness.getLocalState() !== null) awareness.setLocalState(null)
    },
  }
}

function toState({ person, place, typing, wall }: Draft): Record<string, unknown> | null {
  const who = person ?? (wall ? WALL : null)
  return who === null ? null : { person: who, place, typing, wall }
}

function followPeers(awareness: Awareness, peers: PeerList): Disposer {
  const onChange = (changed: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown): void => {
    const states = awareness.getStates()
    for (const clientId of [...changed.added, ...changed.updated]) {
      if (clientId !== awareness.clientID) peers.hear(clientId, states.get(clientId))
    }
    for (const clientId of changed.removed) {
      if (clientId !== awareness.clientID) peers.miss(clientId, origin === 'timeout')
    }
  }
  awareness.on('change', onChange)
  return () => awareness.off('change', onChange)
}

/** Awareness keeps a clock for everybody it ever met; a public wall would collect thousands. */
function forgetClock(awareness: Awareness, clientId: number): void {
  if (!awareness.getStates().has(clientId)) awareness.meta.delete(clientId)
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
