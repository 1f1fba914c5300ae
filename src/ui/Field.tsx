/** What every form field shares: a visible label, a hint, and an error that is tied to the input. */
import type { ReactNode } from 'react'
import { useId } from 'react'
import './Field.css'

export interface FieldTexts {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** For a label that the surroundings already show; screen readers still hear it. */
  readonly hideLabel?: boolean
}

export interface FieldIds {
  readonly id: string
  readonly describedBy: string | undefined
}

export interface FieldProps extends FieldTexts {
  readonly children: (ids: FieldIds) => ReactNode
}

export function Field({ label, hint, error, hideLabel = false, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className="et-field">
      <label htmlFor={id} className={hideLabel ? 'et-visually-hidden' : 'et-field__label'}>
        {label}
      </label>
      {children({ id, describedBy: note === undefined ? undefined : noteId })}
      {note === undefined ? null : (
        <p id={noteId} className={error === undefined ? 'et-field__hint' : 'et-field__error'}>
          {note}
        </p>
      )}
    </div>
  )
}
