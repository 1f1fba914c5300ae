/** A screen without a workshop, in one of the languages; cleaned up after each test. */
import type { RenderResult } from '@testing-library/react'
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import type { Locale } from '../../../src/i18n/translate.ts'
import { LocaleContext } from '../../../src/i18n/useTranslate.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { standInForBrowser } from './renderInWorkshop.tsx'

export function renderScreen(screen: ReactElement, locale: Locale = 'en'): RenderResult {
  standInForBrowser()
  onTestFinished(() => {
    cleanup()
    useToasts.setState({ messages: [] })
  })
  return render(<LocaleContext value={locale}>{screen}</LocaleContext>)
}
