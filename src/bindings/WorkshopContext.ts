/** Hands the open workshop, who acts, and the history of this device to the screens below. */
import { createContext, useContext } from 'react'
import type { Actor } from '../model/actor.ts'
import type { UndoHistory } from '../model/undo.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'

export interface OpenWorkshop {
  readonly workshop: WorkshopDocument
  readonly actor: Actor
  readonly history: UndoHistory
}

export const WorkshopContext = createContext<OpenWorkshop | null>(null)

export function useWorkshop(): OpenWorkshop {
  const open = useContext(WorkshopContext)
  if (open === null) throw new Error('no workshop is open above this component')
  return open
}
