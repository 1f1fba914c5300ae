/**
 * The place for details beside the map: an inspector on the right from 1024 px, a bottom sheet below. Never modal, the
 * map stays usable; Escape closes it and gives the focus back to where it was.
 */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { IconButton } from './IconButton.tsx'
import { useKeyboardInset } from './useKeyboardInset.ts'
import './Sheet.css'

export interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  /** On a tablet it begins low, so that what it is about stays in view, and grows when asked. */
  readonly startsLow?: boolean
  /** Moves the focus into the sheet when it opens; leave out while somebody writes on the map. */
  readonly takeFocus?: boolean
  readonly children: ReactNode
}

export function Sheet(props: SheetProps) {
  const { title, onClose, actions, startsLow = false, takeFocus = false, children } = props
  const [isLow, setLow] = useState(startsLow)
  const t = useTranslate()
  const titleId = useId()
  const sheetRef = useRef<HTMLElement>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)
  useKeyboardInset()
  useEffect(() => {
    if (!takeFocus) return undefined
    const before = document.activeElement
    headingRef.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takeFocus])
  useEffect(() => {
    const sheet = sheetRef.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    sheet?.addEventListener('keydown', onKeyDown)
    return () => sheet?.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <aside
      className={`et-sheet ${isLow ? 'et-sheet--low' : ''}`.trim()}
      aria-labelledby={titleId}
      ref={sheetRef}
    >
      <header className="et-sheet__head">
        <h2 id={titleId} className="et-sheet__title" tabIndex={-1} ref={headingRef}>
          {title}
        </h2>
        {actions}
        {startsLow ? (
          <IconButton
            className="et-sheet__grow"
            label={t(isLow ? 'ui.more' : 'ui.less')}
            icon={isLow ? <ChevronUp /> : <ChevronDown />}
            aria-expanded={!isLow}
            onClick={() => setLow((low) => !low)}
          />
        ) : null}
        <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
      </header>
      <div className="et-sheet__body">{children}</div>
    </aside>
  )
}
