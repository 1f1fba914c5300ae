/** Which thing is open for editing, one at a time, and who renders its fields. */
import { createContext, useContext } from 'react'
import type { OutlineItem, RenderEditor } from './outlineItem.ts'

export interface OutlineState {
  readonly openId: string | null
  readonly open: (item: OutlineItem | null) => void
  readonly renderEditor: RenderEditor
}

export const OutlineContext = createContext<OutlineState | null>(null)

export function useOutline(): OutlineState {
  const state = useContext(OutlineContext)
  if (state === null) throw new Error('a row of the outline was rendered outside of it')
  return state
}
