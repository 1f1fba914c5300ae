/**
 * "A new version is here": a slim bar above everything, for which the screens make room, so that it covers nothing;
 * updates only when no tab would lose anything. "Later" holds until the page is opened again.
 */
import { RefreshCw } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { AppUpdate } from './appUpdate.ts'
import type { TabObjection } from './tabAgreement.ts'
import './UpdatePrompt.css'

const OBJECTIONS = {
  unsaved: 'update.unsaved',
  typing: 'update.typing',
  presenting: 'update.presenting',
  silent: 'update.silent',
} as const satisfies Readonly<Record<TabObjection, string>>

export function UpdatePrompt({ update }: { readonly update: AppUpdate }) {
  const t = useTranslate()
  const state = useReadableValue(update.state)
  const [later, setLater] = useState(false)
  const isShown = state.state !== 'current' && !later
  const bar = useRoomAbove(isShown)
  if (!isShown) return null
  const objection = state.state === 'waiting' ? state.objection : null
  return (
    <section className="et-update" ref={bar} aria-label={t('update.label')} aria-live="polite">
      <p>{objection === null ? t('update.ready') : t(OBJECTIONS[objection])}</p>
      <div className="et-row">
        <Button
          tone="primary"
          icon={<RefreshCw />}
          disabled={state.state === 'updating'}
          onClick={() => void update.apply()}
        >
          {t('update.now')}
        </Button>
        <Button tone="quiet" onClick={() => setLater(true)}>
          {t('update.later')}
        </Button>
      </div>
    </section>
  )
}

/** Tells the screens how high the bar is; its text may take several lines. */
function useRoomAbove(isShown: boolean) {
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    if (!isShown || element === null) return
    const { style } = document.documentElement
    const measure = () => style.setProperty('--notice', `${String(element.offsetHeight)}px`)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => {
      observer.disconnect()
      style.removeProperty('--notice')
    }
  }, [isShown])
  return bar
}
