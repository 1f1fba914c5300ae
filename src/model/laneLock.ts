/**
 * A lane that the moderator locked: participants' cards in it stay as they are. Whoever may write the stage may still
 * change them. A convention of our clients; the relay does not know lanes.
 */
import type { Actor } from './actor.ts'
import { refuse } from './commandResult.ts'
import { keyOf } from './defineKeyed.ts'
import { lockKeyed } from './records/lock.ts'
import type { WorkshopSnapshot } from './snapshot.ts'

export function isLaneLocked(snapshot: WorkshopSnapshot, laneId: string): boolean {
  return snapshot.locks.get(keyOf(lockKeyed, { subjectKind: 'lane', subjectId: laneId }))?.locked === true
}

/** The refusal, or null when the actor may change what is in the lane. */
export function laneLock(snapshot: WorkshopSnapshot, actor: Actor, laneId: string | null) {
  if (laneId === null || !isLaneLocked(snapshot, laneId)) return null
  const mayUnlock = actor.mayWrite === undefined || actor.mayWrite.includes('stage')
  return mayUnlock ? null : refuse('locked', `lanes/${laneId}`)
}
