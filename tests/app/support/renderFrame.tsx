/** A part of the app's frame over a workshop that is really kept and open, without the canvas; cleaned up after the test. */
import type { RenderResult } from '@testing-library/react'
import { cleanup, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import { FrameContext } from '../../../src/app/frame/FrameContext.ts'
import type { FrameStore } from '../../../src/app/frame/frameStore.ts'
import { createFrameStore } from '../../../src/app/frame/frameStore.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { ServicesContext } from '../../../src/app/ServicesContext.ts'
import { SessionProvider } from '../../../src/app/session/SessionProvider.tsx'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import type { Locale } from '../../../src/i18n/translate.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { LocaleContext } from '../../../src/i18n/useTranslate.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { standInForBrowser } from '../../features/support/renderInWorkshop.tsx'
import { mustOk, openTab } from './testServices.ts'

/** A screen of the app itself, before any workshop is open. */
export function renderWithServices(
  services: AppServices,
  screen: ReactElement,
  locale: Locale = 'en',
): RenderResult {
  standInForBrowser()
  onTestFinished(() => {
    cleanup()
    useToasts.setState({ messages: [] })
    window.history.replaceState(null, '', '/')
  })
  return render(
    <ServicesContext value={services}>
      <LocaleContext value={locale}>{screen}</LocaleContext>
    </ServicesContext>,
  )
}

export interface RenderedFrame extends RenderResult {
  readonly session: WorkshopSession
  readonly store: FrameStore
}

export async function renderFrame(screen: ReactElement, locale: Locale = 'en'): Promise<RenderedFrame> {
  const services = await openTab()
  const session = mustOk(
    await makeWorkshop(services, {
      title: 'Night train',
      template: 'firstWorkshop',
      locale,
      t: translator(locale),
    }),
  )
  const store = createFrameStore()
  const result = renderWithServices(
    services,
    <SessionProvider session={session}>
      <FrameContext value={{ session, store, map: { current: null } }}>{screen}</FrameContext>
    </SessionProvider>,
    locale,
  )
  return { ...result, session, store }
}
