/** One line to write in: Enter adds and stays, so that a list can be typed in one go. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface AddLineProps {
  readonly label: string
  readonly button: string
  /** False keeps the text, because nothing was added. */
  readonly onAdd: (text: string) => boolean
}

export function AddLine({ label, button, onAdd }: AddLineProps) {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() !== '' && onAdd(text.trim())) setText('')
  }
  return (
    <div className="et-outline__add">
      <TextField label={label} value={text} onChange={setText} onEnter={add} />
      <Button icon={<Plus />} disabled={text.trim() === ''} onClick={add}>
        {button}
      </Button>
    </div>
  )
}
