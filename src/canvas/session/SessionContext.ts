/** The session and the colours of the map for the components drawn inside the editor. */
import { createContext, useContext } from 'react'
import type { MapTheme } from '../../layout/theme.ts'
import type { MapSession } from './MapSession.ts'

export const SessionContext = createContext<MapSession | null>(null)
export const MapThemeContext = createContext<MapTheme | null>(null)

export function useMapSession(): MapSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('the map session is used outside of the map')
  return session
}

export function useMapTheme(): MapTheme {
  const theme = useContext(MapThemeContext)
  if (theme === null) throw new Error('the map theme is used outside of the map')
  return theme
}
