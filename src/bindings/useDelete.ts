/** Deletes at once; the way back is offered afterwards instead of a question beforehand. */
import { useCallback } from 'react'
import type { DeleteRecordsArgs } from '../model/commands/deleteRecords.ts'
import { deleteRecords } from '../model/commands/deleteRecords.ts'
import type { TableName } from '../model/schema.ts'
import { useFeedback } from './FeedbackContext.ts'
import { useRun } from './useRun.ts'

/** False after a refusal. */
export type Delete = <T extends TableName>(args: DeleteRecordsArgs<T>) => boolean

export function useDelete(): Delete {
  const run = useRun()
  const { deleted } = useFeedback()
  return useCallback(
    (args) => {
      const count = run((workshop, actor) => deleteRecords(workshop, actor, args))
      if (count === null) return false
      deleted({ table: args.table, ids: args.ids, count })
      return true
    },
    [run, deleted],
  )
}
