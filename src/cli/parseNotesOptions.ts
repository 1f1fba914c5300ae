/** Words of the command line → what they say about a table of notes. */
import { type NoteRole, noteRoles } from '../exchange/notes/noteMapping.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { UsageProblem } from './usageProblem.ts'
import type { NotesOptions } from './notesOptions.ts'

type Given = ReadonlyMap<string, readonly string[]>

export function parseNotesOptions(given: Given): Result<NotesOptions, UsageProblem> {
  const columns = new Map<string, NoteRole>()
  for (const pair of given.get('map') ?? []) {
    const [column, value] = parted(pair)
    const role = noteRoles.find((known) => known === value)
    if (role === undefined || column === '') return err({ code: 'wrongMap', value: pair })
    columns.set(column, role)
  }
  const colours = new Map<string, string>()
  for (const pair of given.get('colour') ?? []) {
    const [colour, lane] = parted(pair)
    if (colour === '' || lane === '') return err({ code: 'wrongColour', value: pair })
    colours.set(colour.toLowerCase(), lane)
  }
  const header = given.get('header')?.at(-1)
  if (header !== undefined && header !== 'yes' && header !== 'no') {
    return err({ code: 'wrongHeader', value: header })
  }
  return ok({
    columns,
    colours,
    hasHeader: header === undefined ? null : header === 'yes',
    lane: given.get('lane')?.at(-1) ?? '',
    activity: given.get('activity')?.at(-1) ?? '',
  })
}

/** At the last sign: a column may have one in its name, a role has none. */
function parted(pair: string): readonly [left: string, right: string] {
  const at = pair.lastIndexOf('=')
  return at < 0 ? ['', ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}
