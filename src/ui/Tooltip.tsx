/** A word for what a symbol does, for mouse and keyboard; touch never depends on it, the accessible name is elsewhere. */
import { Tooltip as Radix } from 'radix-ui'
import type { FocusEvent, ReactElement } from 'react'
import './Tooltip.css'

export interface TooltipProps {
  readonly label: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactElement
}

/** After a touch the focus comes back from a menu or a dialog, and the word would stay over the map. */
function onlyByKeyboard(event: FocusEvent<HTMLElement>): void {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}

export function Tooltip({ label, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root>
        <Radix.Trigger asChild onFocus={onlyByKeyboard}>
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="et-tooltip" side={side} sideOffset={6} collisionPadding={8}>
            {label}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
