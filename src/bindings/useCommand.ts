/** A command of the model, bound to the open workshop and to who acts. Keeps its identity while these stay. */
import { useCallback } from 'react'
import type { Actor } from '../model/actor.ts'
import type { CommandResult } from '../model/commandResult.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import { useWorkshop } from './WorkshopContext.ts'

export type Command<Args, T> = (workshop: WorkshopDocument, actor: Actor, args: Args) => CommandResult<T>

export function useCommand<Args, T>(command: Command<Args, T>): (args: Args) => CommandResult<T> {
  const { workshop, actor } = useWorkshop()
  return useCallback((args: Args) => command(workshop, actor, args), [command, workshop, actor])
}
