/**
 * One line or several lines of text. While somebody types, the field keeps what they typed and reports every change;
 * a change from elsewhere is shown as soon as it differs and nobody is composing a character.
 */
import type { HTMLInputTypeAttribute, KeyboardEvent, Ref } from 'react'
import type { FieldTexts } from './Field.tsx'
import { Field } from './Field.tsx'
import { useDraft } from './useDraft.ts'

export interface TextFieldProps extends FieldTexts {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly multiline?: boolean
  readonly type?: HTMLInputTypeAttribute
  readonly placeholder?: string
  readonly readOnly?: boolean
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, multiline = false, type = 'text', onEnter, inputRef, label, hint, error } = props
  const draft = useDraft(value, onChange)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || onEnter === undefined) return
    if (multiline && event.shiftKey) return
    event.preventDefault()
    onEnter()
  }
  return (
    <Field label={label} hint={hint} error={error} hideLabel={props.hideLabel ?? false}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          className: 'et-input',
          'aria-describedby': describedBy,
          'aria-invalid': error !== undefined,
          placeholder: props.placeholder,
          readOnly: props.readOnly ?? false,
          maxLength: props.maxLength,
          autoComplete: props.autoComplete ?? 'off',
          autoFocus: props.autoFocus ?? false,
          onKeyDown,
          onBlur: props.onBlur,
          ref: inputRef,
          ...draft,
        }
        return multiline ? <textarea {...shared} rows={2} /> : <input {...shared} type={type} />
      }}
    </Field>
  )
}
