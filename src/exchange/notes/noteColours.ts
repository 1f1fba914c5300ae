/** The colours of sticky notes in one column, most used first: on a whiteboard they often say what kind of note it is. */
import type { NoteMapping } from './noteMapping.ts'
import type { NoteRows } from './readNotes.ts'

export interface NoteColour {
  readonly colour: string
  readonly count: number
}

const MOST = 24

export function colourOf(cell: string): string {
  return cell.trim().toLowerCase().replace(/\s+/g, ' ')
}

export function coloursIn({ rows }: NoteRows, { roles, hasHeader }: NoteMapping): readonly NoteColour[] {
  const column = roles.indexOf('colour')
  if (column < 0) return []
  const counts = new Map<string, number>()
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const colour = colourOf(row[column] ?? '')
    if (colour !== '') counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return [...counts]
    .map(([colour, count]) => ({ colour, count }))
    .toSorted((a, b) => b.count - a.count || (a.colour < b.colour ? -1 : 1))
    .slice(0, MOST)
}
