/** An empty place that says what belongs there and how to begin. */
import type { ReactNode } from 'react'
import './EmptyState.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="et-empty">
      {icon === undefined ? null : (
        <span className="et-empty__icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <p className="et-empty__title">{title}</p>
      {children === undefined ? null : <div className="et-empty__text">{children}</div>}
      {action}
    </div>
  )
}
