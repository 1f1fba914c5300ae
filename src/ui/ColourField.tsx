/** A colour: twelve good ones to tap, and the platform's picker for any other. */
import { Pipette } from 'lucide-react'
import { useId } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { SWATCHES } from './colours.ts'
import { inkOn } from './inkOn.ts'
import './ColourField.css'

export interface ColourFieldProps {
  readonly label: string
  readonly value: string
  readonly disabled?: boolean
  readonly onChange: (colour: string) => void
}

export function ColourField({ label, value, disabled = false, onChange }: ColourFieldProps) {
  const t = useTranslate()
  const name = useId()
  const own = !SWATCHES.some((swatch) => swatch.toLowerCase() === value.toLowerCase())
  return (
    <fieldset className="et-fieldset" disabled={disabled}>
      <legend className="et-fieldset__legend">{label}</legend>
      <div className="et-colours">
        {SWATCHES.map((swatch, index) => (
          <input
            key={swatch}
            type="radio"
            name={name}
            className="et-colours__swatch"
            aria-label={t('ui.colour', { n: index + 1, name: swatch })}
            style={{ backgroundColor: swatch, color: inkOn(swatch) }}
            checked={swatch.toLowerCase() === value.toLowerCase()}
            onChange={() => onChange(swatch)}
          />
        ))}
        <span
          className={`et-colours__own ${own && value !== '' ? 'et-colours__own--chosen' : ''}`}
          style={own && value !== '' ? { backgroundColor: value, color: inkOn(value) } : undefined}
        >
          <Pipette aria-hidden="true" />
          <input
            type="color"
            aria-label={t('ui.ownColour')}
            value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#2A78AD'}
            onChange={(event) => onChange(event.target.value.toUpperCase())}
          />
        </span>
      </div>
    </fieldset>
  )
}
