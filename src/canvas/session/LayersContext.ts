/** What the two layers that draw the map are told: all parts of the scene, and whether the far one is needed. */
import type { Atom, Signal } from '@tldraw/editor'
import { createContext, useContext } from 'react'
import type { Detail } from '../camera/detail.ts'
import type { MapPart } from '../projection/MapPart.ts'

export interface MapLayers {
  readonly parts: Atom<readonly MapPart[]>
  readonly detail: Atom<Detail>
  readonly farShown: Signal<boolean>
}

export const LayersContext = createContext<MapLayers | null>(null)

export function useLayers(): MapLayers {
  const layers = useContext(LayersContext)
  if (layers === null) throw new Error('the map layers are used outside of the map')
  return layers
}
