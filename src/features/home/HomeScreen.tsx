/** The first screen: three ways to begin, and the workshops that are on this device. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { Logo } from '../../ui/Logo.tsx'
import { HomeActions } from './HomeActions.tsx'
import type { WorkshopListProps } from './WorkshopList.tsx'
import { WorkshopList } from './WorkshopList.tsx'
import './HomeScreen.css'

export interface HomeScreenProps extends WorkshopListProps {
  readonly binned: readonly WorkshopEntry[]
  readonly onNew: () => void
  readonly onJoin: () => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onBin: () => void
  /** Language, appearance: the app's own. */
  readonly settings: ReactNode
  /** How this device keeps things, in one line. */
  readonly health: ReactNode
  /** Something that needs to be said before anything else. */
  readonly notice?: ReactNode
}

export function HomeScreen(props: HomeScreenProps) {
  const t = useTranslate()
  return (
    <div className="et-home">
      <header className="et-home__bar">
        <span className="et-home__brand">
          <Logo size={38} />
          {t('common.appName')}
        </span>
        {props.settings}
      </header>
      <main className="et-home__main">
        <div className="et-home__hero">
          <h1 className="et-home__title">{t('home.title')}</h1>
          <p className="et-home__tagline">{t('home.tagline')}</p>
        </div>
        {props.notice}
        <HomeActions onNew={props.onNew} onJoin={props.onJoin} onFiles={props.onFiles} />
        <WorkshopList {...props} />
      </main>
      <footer className="et-home__foot">
        {props.health}
        {props.binned.length === 0 ? null : (
          <button type="button" className="et-home__bin" onClick={props.onBin}>
            {`${t('home.bin')} (${String(props.binned.length)})`}
          </button>
        )}
      </footer>
    </div>
  )
}
