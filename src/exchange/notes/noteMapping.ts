/** Which column of a table of notes says what: guessed from the header, changed by a person. */
import type { NoteRows } from './readNotes.ts'

export const noteRoles = [
  'text',
  'more',
  'phase',
  'activity',
  'lane',
  'colour',
  'author',
  'tag',
  'skip',
] as const
export type NoteRole = (typeof noteRoles)[number]

export interface NoteMapping {
  readonly roles: readonly NoteRole[]
  readonly hasHeader: boolean
}

/** Words that headers of whiteboards and spreadsheets begin with, in both languages. */
const HINTS: readonly (readonly [NoteRole, RegExp])[] = [
  ['skip', /^(id|x|y|z|size|width|height|created|updated|modified|erstellt|geändert|position|font|is[A-Z])/i],
  ['colour', /^(colou?r|farbe|bg |background|hintergrund|fill)/i],
  ['phase', /^(phase|stage|etappe)/i],
  ['tag', /^(tag|label|schlagwort|stichwort)/i],
  ['author', /^(author|autor|created by|user|person|von$|name of)/i],
  ['activity', /^(activit|aktivität|step|schritt|task|column|spalte|kundenaktivität)/i],
  ['lane', /^(lane|spur|row|zeile|area|bereich|frame|category|kategorie|type|typ|kind|art$|section)/i],
  ['more', /^(description|beschreibung|detail|comment|kommentar|rich)/i],
  ['text', /^(text|title|titel|note|notiz|sticky|card|karte|content|inhalt|name|plaintext)/i],
]

export function guessMapping({ rows }: NoteRows): NoteMapping {
  const header = rows[0] ?? []
  const width = Math.max(1, ...rows.map((row) => row.length))
  if (width === 1 && rows.length > 0)
    return {
      roles: ['text'],
      hasHeader: hintOf(header[0] ?? '') === 'text' && rows.length > 1 && (header[0] ?? '').length < 20,
    }
  const hinted = Array.from({ length: width }, (_, index) => hintOf(header[index] ?? ''))
  const isNumbered = header.length > 1 && header.every((cell, index) => cell.trim() === String(index))
  const hasHeader = isNumbered || hinted.filter((role) => role !== null).length >= Math.min(2, width)
  const roles = hinted.map((role): NoteRole => (hasHeader && role !== null ? role : 'skip'))
  if (roles.includes('text')) return { roles, hasHeader }
  const longest = longestColumn(rows, hasHeader ? roles : null)
  return { roles: roles.map((role, index) => (index === longest ? 'text' : role)), hasHeader }
}

function hintOf(header: string): NoteRole | null {
  const words = header.trim().replace(/^sticky\s+/i, '')
  return HINTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** Where nothing is named, the texts are where most is written. */
function longestColumn(rows: readonly (readonly string[])[], roles: readonly NoteRole[] | null): number {
  const width = Math.max(...rows.map((row) => row.length))
  const lengths = Array.from({ length: width }, (_, index) =>
    roles === null || roles[index] === 'skip'
      ? rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0)
      : 0,
  )
  return lengths.indexOf(Math.max(...lengths))
}
