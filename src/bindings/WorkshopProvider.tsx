/** Makes an open workshop available to everything inside. Opening and closing it is the app's business. */
import { type ReactNode, useMemo } from 'react'
import { type OpenWorkshop, WorkshopContext } from './WorkshopContext.ts'

export interface WorkshopProviderProps extends OpenWorkshop {
  readonly children: ReactNode
}

export function WorkshopProvider({ workshop, actor, history, children }: WorkshopProviderProps) {
  const open = useMemo(() => ({ workshop, actor, history }), [workshop, actor, history])
  return <WorkshopContext value={open}>{children}</WorkshopContext>
}
