/**
 * The place for details beside the map: an inspector on the right from 1024 px, a bottom sheet below. Never modal, the
 * map stays usable; Escape closes it and gives the focus back to where it was.
 */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { IconButton } from './IconButton.tsx'
import { useKeyboardInset } from './useKeyboardInset.ts'
import './Sheet.css'

export interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  /** Panels take more room than an inspector. */
  readonly width?: 'inspector' | 'panel'
  /** Moves the focus into the sheet when it opens; leave out while somebody writes on the map. */
  readonly takeFocus?: boolean
  readonly children: ReactNode
}

export function Sheet(props: SheetProps) {
  const { title, onClose, actions, width = 'inspector', takeFocus = false, children } = props
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
    <aside className={`et-sheet et-sheet--${width}`} aria-labelledby={titleId} ref={sheetRef}>
      <header className="et-sheet__head">
        <h2 id={titleId} className="et-sheet__title" tabIndex={-1} ref={headingRef}>
          {title}
        </h2>
        {actions}
        <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
      </header>
      <div className="et-sheet__body">{children}</div>
    </aside>
  )
}
