/** Locks a lane, or lets it go again. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import type { LaneId } from '../records/lane.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface SetLockArgs {
  readonly laneId: LaneId
  readonly locked: boolean
}

export function setLock(
  workshop: WorkshopDocument,
  actor: Actor,
  { laneId, locked }: SetLockArgs,
): CommandResult<string> {
  const lane = liveRecord(workshop, 'lanes', laneId)
  if (!lane.ok) return lane
  const parts = { subjectKind: 'lane', subjectId: laneId } as const
  return commit(
    workshop,
    actor,
    (writer) => writer.setKeyed('locks', parts, { locked, by: actor.personId, at: writer.at }),
    { document: 'stage' },
  )
}
