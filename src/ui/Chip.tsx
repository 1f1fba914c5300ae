/** A small fact with a colour and, because colour alone says nothing to many, a symbol. */
import type { ReactNode } from 'react'
import './Chip.css'

export type ChipTone = 'neutral' | 'accent' | 'good' | 'sun' | 'danger'

export interface ChipProps {
  readonly tone?: ChipTone
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span className={`et-chip et-chip--${tone}`}>
      {icon === undefined ? null : (
        <span className="et-chip__icon" aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </span>
  )
}
