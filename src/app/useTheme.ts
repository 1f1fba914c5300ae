/** Light or dark: the choice, or what the device prefers, written to the root element where the tokens look. */
import { useEffect } from 'react'
import type { Settings } from '../storage/settings.ts'
import { useMediaQuery } from '../ui/useMediaQuery.ts'

export type Theme = 'light' | 'dark'

export function useTheme(choice: Settings['theme']): Theme {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  const theme = choice === 'system' ? (prefersDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return theme
}
