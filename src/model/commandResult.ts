/** What every command gives back. An error names what is wrong; nothing was changed then. */
import { err, type Result } from '../shared/result.ts'

export type CommandErrorCode =
  /** A newer app wrote this workshop (`meta.minWriter`): this one only reads it. */
  | 'readOnlyOlderApp'
  /** The link of this device does not allow to write that document. */
  | 'notAllowed'
  /** There is no live record with that id. */
  | 'notFound'
  /** A value that its field does not accept. */
  | 'invalid'
  /** It would make something a part of itself. */
  | 'wouldLoop'
  /** Locked by the moderator. */
  | 'locked'
  /** A template is written once, into an empty document. */
  | 'notEmpty'

export interface CommandError {
  readonly code: CommandErrorCode
  /** `cards.place`, `persons/abc`: what the message is about. */
  readonly what: string
  readonly value?: unknown
}

export type CommandResult<T> = Result<T, CommandError>

export function refuse(
  code: CommandErrorCode,
  what: string,
  value?: unknown,
): { ok: false; error: CommandError } {
  return err(value === undefined ? { code, what } : { code, what, value })
}
