/** The engine draws its slots before the map's session exists; they stay empty until it does. */
import { type ComponentType, useContext } from 'react'
import { SessionContext } from './SessionContext.ts'

export function ifMounted(Slot: ComponentType): ComponentType {
  return function MountedSlot() {
    return useContext(SessionContext) === null ? null : <Slot />
  }
}
