/** The fields of one record as a form writes them: values as a whole, texts where they differ. */
import { useMemo } from 'react'
import { editRecord } from '../model/commands/editRecord.ts'
import { editText } from '../model/commands/editText.ts'
import type { Patch } from '../model/patch.ts'
import type { IdIn, TableName } from '../model/schema.ts'
import { useRun } from './useRun.ts'

export interface Edit<T extends TableName> {
  readonly set: (patch: Patch<T>) => void
  /** For a text that several people may type into at once. */
  readonly text: (field: keyof Patch<T> & string, text: string) => void
}

export function useEdit<T extends TableName>(table: T, id: IdIn<T>): Edit<T> {
  const run = useRun()
  return useMemo(
    () => ({
      set: (patch) => void run((workshop, actor) => editRecord(workshop, actor, { table, id, patch })),
      text: (field, text) =>
        void run((workshop, actor) => editText(workshop, actor, { table, id, field, text })),
    }),
    [run, table, id],
  )
}
