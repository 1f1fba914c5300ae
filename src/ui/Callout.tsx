/** A message that stays in the page: what happened, what is safe, what to do. Errors are announced at once. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './Callout.css'

export interface CalloutProps {
  readonly tone?: 'info' | 'warning' | 'error'
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

const ICONS = { info: <Info />, warning: <TriangleAlert />, error: <CircleAlert /> }

export function Callout({ tone = 'info', title, children, actions }: CalloutProps) {
  return (
    <div className={`et-callout et-callout--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <span className="et-callout__icon" aria-hidden="true">
        {ICONS[tone]}
      </span>
      <div className="et-callout__text">
        {title === undefined ? null : <p className="et-callout__title">{title}</p>}
        {children}
        {actions === undefined ? null : <div className="et-row et-callout__actions">{actions}</div>}
      </div>
    </div>
  )
}
