/** A number or nothing. The text stays what was typed until it reads as a number in range; otherwise it says so. */
import { useState } from 'react'
import type { FieldTexts } from './Field.tsx'
import { Field } from './Field.tsx'
import { parseNumber } from './parseNumber.ts'

export interface NumberFieldProps extends FieldTexts {
  readonly value: number | undefined
  readonly min?: number
  readonly max?: number
  readonly readOnly?: boolean
  /** Shown when the text is no number in range. */
  readonly rangeError: string
  readonly onChange: (value: number | undefined) => void
}

export function NumberField(props: NumberFieldProps) {
  const { value, min, max, readOnly = false, rangeError, onChange, ...texts } = props
  const [draft, setDraft] = useState<string | null>(null)
  const parsed = draft === null ? undefined : parseNumber(draft, min, max)
  const wrong = parsed !== undefined && !parsed.ok
  return (
    <Field {...texts} error={wrong ? rangeError : texts.error}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className="et-input"
          inputMode="decimal"
          autoComplete="off"
          readOnly={readOnly}
          aria-describedby={describedBy}
          aria-invalid={wrong}
          value={draft ?? (value === undefined ? '' : String(value))}
          onChange={(event) => {
            setDraft(event.target.value)
            const next = parseNumber(event.target.value, min, max)
            if (next.ok && next.value !== value) onChange(next.value)
          }}
          onBlur={() => {
            if (!wrong) setDraft(null)
          }}
        />
      )}
    </Field>
  )
}
