/** Gives a command and lets the person know when it was refused. */
import { useCallback } from 'react'
import type { Actor } from '../model/actor.ts'
import type { CommandResult } from '../model/commandResult.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import { useFeedback } from './FeedbackContext.ts'
import { useWorkshop } from './WorkshopContext.ts'

/** What the command gave back, or null after a refusal, in which case nothing was changed. */
export type Run = <T>(give: (workshop: WorkshopDocument, actor: Actor) => CommandResult<T>) => T | null

export function useRun(): Run {
  const { workshop, actor } = useWorkshop()
  const { refused } = useFeedback()
  return useCallback(
    (give) => {
      const result = give(workshop, actor)
      if (result.ok) return result.value
      refused(result.error)
      return null
    },
    [workshop, actor, refused],
  )
}
