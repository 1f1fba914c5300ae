/** A button that opens the platform's file dialog; the hidden input behind it is the real control. */
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { ButtonTone } from './Button.tsx'
import { Button } from './Button.tsx'

export interface FilePickerProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly tone?: ButtonTone
  readonly size?: 'm' | 'l'
  readonly accept?: string
  readonly multiple?: boolean
  /** Chooses a whole folder where the browser can. */
  readonly folder?: boolean
  /** Opens the camera on phones and tablets. */
  readonly capture?: 'environment' | 'user'
  readonly disabled?: boolean
  readonly wide?: boolean
  /** Waited for before the dialog opens; a browser opens it only shortly after a press. */
  readonly onBeforeOpen?: () => Promise<void>
  /** The dialog was closed without a choice. */
  readonly onCancel?: () => void
  readonly onFiles: (files: readonly File[]) => void
}

export function FilePicker(props: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const { label, icon, tone, size, wide, disabled = false, onFiles, onBeforeOpen, onCancel } = props
  useEffect(() => {
    const element = input.current
    if (element === null || onCancel === undefined) return undefined
    element.addEventListener('cancel', onCancel)
    return () => element.removeEventListener('cancel', onCancel)
  }, [onCancel])
  const open = () => input.current?.click()
  return (
    <>
      <Button
        {...(tone === undefined ? {} : { tone })}
        {...(size === undefined ? {} : { size })}
        {...(wide === undefined ? {} : { wide })}
        icon={icon}
        disabled={disabled}
        onClick={onBeforeOpen === undefined ? open : () => void onBeforeOpen().then(open)}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={props.accept}
        multiple={props.multiple ?? false}
        capture={props.capture}
        {...(props.folder === true ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
