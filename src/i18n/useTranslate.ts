/**
 * The language of the screen as React sees it. Kept beside the texts, so that canvas, panels and primitives ask one
 * place; who owns the choice (browser, setting, switch) is the app's business and arrives through the context.
 */
import { createContext, useContext, useMemo } from 'react'
import type { Locale, Translate } from './translate.ts'
import { translator } from './translate.ts'

export const LocaleContext = createContext<Locale>('en')

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

export function useTranslate(): Translate {
  const locale = useLocale()
  return useMemo(() => translator(locale), [locale])
}
