/** Duplicate activities become one that keeps every author and picture, and by default every wording. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkMerge, joinedText } from '../mergeRecords.ts'
import { checkPatchOf } from '../patch.ts'
import type { ActivityId } from '../records/activity.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MergeActivitiesArgs {
  readonly keepId: ActivityId
  readonly mergeIds: readonly ActivityId[]
  /** The wording that stays; absent: the kept one with the others on lines of their own. */
  readonly text?: string
}

export function mergeActivities(
  workshop: WorkshopDocument,
  actor: Actor,
  args: MergeActivitiesArgs,
): CommandResult<ActivityId> {
  const { keepId, mergeIds } = args
  const checked = checkMerge(workshop, 'activities', keepId, mergeIds)
  if (!checked.ok) return checked
  const { activities } = workshop.snapshot()
  const merged = mergeIds.flatMap((id) => activities.get(id) ?? [])
  const text =
    args.text ??
    joinedText(
      activities.get(keepId)?.text ?? '',
      merged.map((activity) => activity.text),
    )
  const wrong = checkPatchOf('activities', { text })
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(workshop, actor, (writer) => {
    writer.patch('activities', keepId, { text })
    for (const activity of merged) {
      writer.addMembers('activities', keepId, 'authorIds', activity.authorIds)
      writer.addMembers('activities', keepId, 'mediaIds', activity.mediaIds)
      writer.mergeInto('activities', activity.id, keepId)
    }
    return keepId
  })
}
