/** One to ten as ten targets under five faces. Pressing the chosen one again takes the answer back. */
import { useId } from 'react'
import { Face } from './Face.tsx'
import { moodOf } from './moodOf.ts'
import './ScaleInput.css'

export interface ScaleInputProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly lowLabel: string
  readonly highLabel: string
  readonly value: number | null
  readonly disabled?: boolean
  readonly onChange: (value: number | null) => void
}

const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export function ScaleInput(props: ScaleInputProps) {
  const { label, hideLabel = false, lowLabel, highLabel, value, disabled = false, onChange } = props
  const id = useId()
  return (
    <fieldset className="et-fieldset et-scale" disabled={disabled}>
      <legend className={hideLabel ? 'et-visually-hidden' : 'et-fieldset__legend'}>{label}</legend>
      <div className="et-scale__faces" aria-hidden="true">
        {[2, 4, 6, 8, 10].map((step) => (
          <Face key={step} mood={moodOf(step)} size={26} />
        ))}
      </div>
      <div className="et-scale__row">
        {VALUES.map((step) => (
          <label key={step} className={`et-scale__step et-scale__step--${String(moodOf(step))}`}>
            <input
              type="radio"
              name={id}
              className="et-scale__input"
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
              onClick={() => (value === step ? onChange(null) : undefined)}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return
                event.preventDefault()
                onChange(null)
              }}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <div className="et-scale__ends" aria-hidden="true">
        <span>{lowLabel}</span>
        <span>{highLabel}</span>
      </div>
    </fieldset>
  )
}
