/** The quiet page around joining: the mark, the language, nothing else. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Logo } from '../../ui/Logo.tsx'
import './JoinFrame.css'

export interface JoinFrameProps {
  readonly settings: ReactNode
  readonly onHome: () => void
  readonly children: ReactNode
}

export function JoinFrame({ settings, onHome, children }: JoinFrameProps) {
  const t = useTranslate()
  return (
    <div className="et-join-frame">
      <header>
        <button type="button" className="et-join-frame__brand" onClick={onHome}>
          <Logo size={34} />
          {t('common.appName')}
        </button>
        {settings}
      </header>
      <main>{children}</main>
    </div>
  )
}
