/** The services as every screen of the app reaches them. */
import { createContext, useContext } from 'react'
import type { Settings } from '../storage/settings.ts'
import { useReadableValue } from '../ui/useReadableValue.ts'
import type { AppServices } from './services.ts'

export const ServicesContext = createContext<AppServices | null>(null)

export function useServices(): AppServices {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('a screen was rendered outside of the app')
  return services
}

export function useSettings(): Settings {
  return useReadableValue(useServices().settings)
}
