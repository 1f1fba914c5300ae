/** A file that is a table or list of notes and nothing that the strict formats know. Null for everything else. */
import { isTablePath } from '../../exchange/arrangeFiles.ts'
import { type NoteRows, readNotes } from '../../exchange/notes/readNotes.ts'

const LARGEST = 8 * 1024 * 1024

export async function notesIn(file: File): Promise<NoteRows | null> {
  if (!/\.(csv|tsv|txt|md)$/i.test(file.name) || isTablePath(file.name) || file.size > LARGEST) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return /^\s*journey\s*$/im.test(text) ? null : readNotes(text)
  } catch (error) {
    // Not text, or gone since it was picked: whoever reads it next says so.
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}
