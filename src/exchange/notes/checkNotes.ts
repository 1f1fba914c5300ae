/** Whether rows of notes stay within what one import may bring: each limit is named with the place where it is reached. */
import type { Limits } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import { columnName } from '../xlsx/cellName.ts'
import type { NoteRows } from './readNotes.ts'

/** A person looks at every one of them. */
export const MOST_NOTE_COLUMNS = 60

export function checkNotes({ rows, lines }: NoteRows, file: string, limits: Limits): ImportProblem[] {
  if (rows.length === 0) return [{ code: 'noNotes', file }]
  if (rows.length > limits.rows + 1) {
    return [{ code: 'tooManyRows', file, line: lines[limits.rows + 1] ?? 0, limit: String(limits.rows) }]
  }
  const problems: ImportProblem[] = []
  for (const [index, row] of rows.entries()) {
    const line = lines[index] ?? index + 1
    if (row.length > MOST_NOTE_COLUMNS) {
      problems.push({ code: 'tooManyColumns', file, line, limit: String(MOST_NOTE_COLUMNS) })
    }
    for (const [column, { length }] of row.entries()) {
      if (length <= limits.cellUnits) continue
      const [value, limit] = [String(length), String(limits.cellUnits)]
      problems.push({ code: 'cellTooLong', file, line, column: columnName(column), value, limit })
    }
    if (problems.length >= limits.problems) break
  }
  return problems.slice(0, limits.problems)
}
