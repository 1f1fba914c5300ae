/** A square button with a symbol. The label is not optional: it is the accessible name and the tooltip. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Tooltip } from './Tooltip.tsx'
import './IconButton.css'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string
  readonly icon: ReactNode
  readonly tone?: 'quiet' | 'solid' | 'danger'
  readonly pressed?: boolean
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  label,
  icon,
  tone = 'quiet',
  pressed,
  tooltipSide = 'bottom',
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={`et-icon-button et-icon-button--${tone} ${className}`.trim()}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
