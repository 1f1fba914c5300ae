/** On or off, taking effect at once. */
import { Switch } from 'radix-ui'
import type { ReactNode } from 'react'
import { useId } from 'react'
import './SwitchField.css'

export interface SwitchFieldProps {
  readonly label: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly icon?: ReactNode
  readonly onChange: (checked: boolean) => void
}

export function SwitchField({ label, checked, disabled = false, icon, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="et-switch-field">
      {icon === undefined ? null : <span aria-hidden="true">{icon}</span>}
      <label htmlFor={id}>{label}</label>
      <Switch.Root
        id={id}
        className="et-switch"
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
      >
        <Switch.Thumb className="et-switch__thumb" />
      </Switch.Root>
    </div>
  )
}
