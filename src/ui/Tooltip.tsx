/** A word for what a symbol does, for mouse and keyboard; touch never depends on it, the accessible name is elsewhere. */
import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import './Tooltip.css'

export interface TooltipProps {
  readonly label: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactElement
}

export function Tooltip({ label, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="et-tooltip" side={side} sideOffset={6} collisionPadding={8}>
            {label}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
