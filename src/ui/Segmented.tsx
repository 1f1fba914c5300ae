/** A few choices side by side, one of them chosen: radio buttons in the shape of a switch. */
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { useId } from 'react'
import './Segmented.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: Value | undefined
  readonly options: readonly SegmentedOption<Value>[]
  readonly disabled?: boolean
  readonly onChange: (value: Value) => void
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, hideLabel = false, value, options, disabled = false, onChange } = props
  const labelId = useId()
  return (
    <div className="et-field">
      <span id={labelId} className={hideLabel ? 'et-visually-hidden' : 'et-field__label'}>
        {label}
      </span>
      <RadioGroup.Root
        className="et-segmented"
        aria-labelledby={labelId}
        value={value ?? null}
        disabled={disabled}
        orientation="horizontal"
        onValueChange={(next) => {
          const chosen = options.find((option) => option.value === next)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className="et-segmented__item">
            {option.icon === undefined ? null : <span aria-hidden="true">{option.icon}</span>}
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
