/**
 * A dialog for the few things that need the whole attention: new, share, poster. On a phone it fills the screen.
 * Radix' own overlay is not used: it injects a style element, which the content security policy forbids.
 */
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  readonly size?: 's' | 'm' | 'l'
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The first field where there is a keyboard; on a tablet a field with the focus would bring one up unasked. */
function focusFirst(content: HTMLElement | null): void {
  const hasKeyboard = window.matchMedia('(hover: hover) and (pointer: fine)').matches
  const field = content?.querySelector<HTMLElement>(
    '.et-dialog__body :is(input[type="text"], input:not([type]), textarea):not([readonly])',
  )
  const target = hasKeyboard ? (field ?? content) : content
  target?.focus()
}

export function Dialog({ open, onClose, title, description, size = 'm', footer, children }: DialogProps) {
  const t = useTranslate()
  const contentRef = useRef<HTMLDivElement>(null)
  const openerRef = useRef<Element | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <div className="et-dialog__scrim" aria-hidden="true" />
        <Radix.Content
          className={`et-dialog et-dialog--${size}`}
          ref={contentRef}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            openerRef.current = document.activeElement
            focusFirst(contentRef.current)
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const opener = openerRef.current
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="et-dialog__head">
            <div>
              <Radix.Title className="et-dialog__title">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="et-dialog__description">{description}</Radix.Description>
              )}
            </div>
            <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
          </header>
          <div className="et-dialog__body">{children}</div>
          {footer === undefined ? null : <footer className="et-dialog__foot">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
