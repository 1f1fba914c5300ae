/** A name that somebody bears already: "that is me" with one tap, or the hint to add a word that tells the two apart. */
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'

export interface NameTakenProps {
  readonly name: string
  readonly disabled?: boolean
  readonly onThatsMe: () => void
}

export function NameTaken({ name, disabled = false, onThatsMe }: NameTakenProps) {
  const t = useTranslate()
  return (
    <Callout
      tone="warning"
      title={t('ui.nameTaken', { name })}
      actions={
        <Button disabled={disabled} onClick={onThatsMe}>
          {t('ui.nameTakenMe', { name })}
        </Button>
      }
    >
      <p>{t('ui.nameTakenHint')}</p>
    </Callout>
  )
}
