/** What the moderator shows the room: the thing in the spotlight, and how much of the time box is left. */
import type { Timer } from '../records/stage.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { SubjectKind } from '../subject.ts'
import { standsFor } from './standsFor.ts'

export interface Spotlight {
  readonly kind: Extract<SubjectKind, 'phase' | 'activity' | 'placement' | 'card' | 'lane'>
  readonly id: string
}

const TABLES = [
  ['phase', 'phases'],
  ['activity', 'activities'],
  ['placement', 'placements'],
  ['card', 'cards'],
  ['lane', 'lanes'],
] as const

/** Null is the whole map: nothing was chosen, or what was chosen is gone. */
export function spotlightOf(snapshot: WorkshopSnapshot): Spotlight | null {
  const { spotlightId } = snapshot.stage
  if (spotlightId === '') return null
  for (const [kind, table] of TABLES) {
    const id = standsFor(snapshot, table, spotlightId as never)
    const records: ReadonlyMap<string, unknown> = snapshot[table]
    if (records.has(id)) return { kind, id }
  }
  return null
}

/** Milliseconds left by this device's clock; below zero it is over. */
export function timeLeft({ startedAt, durationMs, pausedAfterMs }: Timer, now: number): number {
  return durationMs - (pausedAfterMs ?? Math.max(0, now - startedAt))
}
