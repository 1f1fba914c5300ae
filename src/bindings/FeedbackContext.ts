/**
 * How a person hears what became of a command: refused with a reason, or deleted with a way back. The app decides what
 * that looks like, so that forms and panels need not.
 */
import { createContext, useContext } from 'react'
import type { CommandError } from '../model/commandResult.ts'
import type { TableName } from '../model/schema.ts'

export interface Deleted {
  readonly table: TableName
  readonly ids: readonly string[]
  /** Everything that went into the bin, what belonged to it included. */
  readonly count: number
}

export interface Feedback {
  readonly refused: (error: CommandError) => void
  readonly deleted: (deleted: Deleted) => void
}

export const FeedbackContext = createContext<Feedback | null>(null)

export function useFeedback(): Feedback {
  const feedback = useContext(FeedbackContext)
  if (feedback === null) throw new Error('nobody above this component tells what became of commands')
  return feedback
}
