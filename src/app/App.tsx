/** The whole app around its routes: language, appearance, messages, and the net under broken screens. */
import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { translator } from '../i18n/translate.ts'
import { LocaleContext } from '../i18n/useTranslate.ts'
import type { ReadableValue } from '../shared/valueStore.ts'
import { Toaster } from '../ui/Toaster.tsx'
import { useReadableValue } from '../ui/useReadableValue.ts'
import { chooseLocale } from './chooseLocale.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Routes } from './Routes.tsx'
import type { AppServices } from './services.ts'
import { ServicesContext } from './ServicesContext.ts'
import { SupersededNotice } from './SupersededNotice.tsx'
import type { AppUpdate } from './update/appUpdate.ts'
import { UpdateArea } from './update/UpdateArea.tsx'
import { useShownRejections } from './useShownRejections.ts'
import { useTheme } from './useTheme.ts'
import { FilesToOpen } from './workshopFile/FilesToOpen.tsx'

export interface AppProps {
  readonly services: AppServices
  readonly superseded: ReadableValue<boolean>
  /** Settles with null where the app cannot update itself. */
  readonly update: Promise<AppUpdate | null>
}

export function App({ services, superseded, update }: AppProps) {
  const settings = useReadableValue(services.settings)
  const isSuperseded = useReadableValue(superseded)
  const [path] = useLocation()
  const locale = chooseLocale(settings.language, navigator.languages)
  useTheme(settings.theme)
  const t = useMemo(() => translator(locale), [locale])
  useShownRejections(services.logger, t)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <ServicesContext value={services}>
      <LocaleContext value={locale}>
        <ErrorBoundary logger={services.logger} resetKey={path}>
          {isSuperseded ? <SupersededNotice /> : <Routes />}
        </ErrorBoundary>
        <FilesToOpen />
        <UpdateArea update={update} />
        <Toaster label={t('ui.messages')} />
      </LocaleContext>
    </ServicesContext>
  )
}
