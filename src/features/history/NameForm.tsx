/** One line for the name of a version. */
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { VERSION_NAME_LENGTH } from '../../storage/versionNames.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface NameFormProps {
  readonly initial: string
  /** Taking a name away is an empty name. */
  readonly mayBeEmpty?: boolean
  readonly onDone: (name: string) => void
}

export function NameForm({ initial, mayBeEmpty = false, onDone }: NameFormProps) {
  const t = useTranslate()
  const [name, setName] = useState(initial)
  const isReady = mayBeEmpty || name.trim() !== ''
  const done = () => {
    if (isReady) onDone(name.trim())
  }
  return (
    <div className="et-version__form">
      <TextField
        label={t('history.nameLabel')}
        placeholder={t('history.namePlaceholder')}
        value={name}
        maxLength={VERSION_NAME_LENGTH}
        onChange={setName}
        onEnter={done}
      />
      <Button tone="primary" icon={<Check />} disabled={!isReady} onClick={done}>
        {t('history.keep')}
      </Button>
    </div>
  )
}
