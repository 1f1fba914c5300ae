/** The one button with a word on it. Tones say how much it matters; all of them are at least 44 px high. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import './Button.css'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: ButtonTone
  readonly size?: 'm' | 'l'
  readonly icon?: ReactNode
  readonly wide?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  tone = 'secondary',
  size = 'm',
  icon,
  wide = false,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  const classes = `et-button et-button--${tone} et-button--${size} ${wide ? 'et-button--wide' : ''} ${className}`
  return (
    <button type="button" {...rest} className={classes.trim()}>
      {icon === undefined ? null : (
        <span className="et-button__icon" aria-hidden="true">
          {icon}
        </span>
      )}
      {children === undefined ? null : <span className="et-button__label">{children}</span>}
    </button>
  )
}
