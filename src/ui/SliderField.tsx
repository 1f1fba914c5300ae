/** A value between two poles. Reports while moving, and once more when let go, so that one gesture is one write. */
import { Slider } from 'radix-ui'
import { useState } from 'react'
import './SliderField.css'

export interface SliderFieldProps {
  readonly label: string
  readonly left: string
  readonly right: string
  readonly value: number
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly disabled?: boolean
  readonly onCommit: (value: number) => void
}

export function SliderField(props: SliderFieldProps) {
  const { label, left, right, value, min = 0, max = 100, step = 1, disabled = false, onCommit } = props
  const [moving, setMoving] = useState<number | null>(null)
  return (
    <div className="et-slider-field">
      <div className="et-slider-field__poles" aria-hidden="true">
        <span>{left}</span>
        <span>{right}</span>
      </div>
      <Slider.Root
        className="et-slider"
        value={[moving ?? value]}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        onValueChange={([next]) => setMoving(next ?? null)}
        onValueCommit={([next]) => {
          setMoving(null)
          if (next !== undefined && next !== value) onCommit(next)
        }}
      >
        <Slider.Track className="et-slider__track">
          <Slider.Range className="et-slider__range" />
        </Slider.Track>
        <Slider.Thumb
          className="et-slider__thumb"
          aria-label={label}
          aria-valuetext={`${left} – ${right}: ${String(moving ?? value)}`}
        />
      </Slider.Root>
    </div>
  )
}
