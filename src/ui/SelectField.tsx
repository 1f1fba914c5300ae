/** One of several, with the platform's own picker: on a tablet nothing is easier to hit. */
import type { FieldTexts } from './Field.tsx'
import { Field } from './Field.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

export interface SelectFieldProps extends FieldTexts {
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
}

export function SelectField({ value, options, onChange, disabled = false, ...texts }: SelectFieldProps) {
  return (
    <Field {...texts}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="et-input"
          value={value}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={texts.error !== undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
