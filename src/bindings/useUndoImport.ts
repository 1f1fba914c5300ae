/** Takes an import back as one step of undo; for the list of imports and for the message right after one. */
import { useCallback } from 'react'
import { type UndoneImport, undoImport } from '../model/commands/undoImport.ts'
import type { FileImportId } from '../model/records/fileImport.ts'
import { useRun } from './useRun.ts'
import { useUndo } from './useUndo.ts'

/** What came of it, or null after a refusal. */
export function useUndoImport(): (importId: FileImportId) => UndoneImport | null {
  const run = useRun()
  const { gesture } = useUndo()
  return useCallback(
    (importId) => gesture(() => run((workshop, actor) => undoImport(workshop, actor, { importId }))),
    [run, gesture],
  )
}
