/**
 * Who gives a command, and which documents this device may write with the link it has. The relay enforces the same;
 * here it keeps a reader from making changes that would stay on this device for ever.
 */
import type { DocumentName } from './documentName.ts'
import type { PersonId } from './records/person.ts'

export interface Actor {
  /** Null before somebody said who they are, and for readers and imports on the command line. */
  readonly personId: PersonId | null
  /** Absent means all. */
  readonly mayWrite?: readonly DocumentName[]
}
