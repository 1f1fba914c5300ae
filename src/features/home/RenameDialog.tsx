/** A new name for a workshop. */
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface RenameDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onRename: (title: string) => void
}

export function RenameDialog({ title, onClose, onRename }: RenameDialogProps) {
  const t = useTranslate()
  const [value, setValue] = useState(title)
  const rename = () => onRename(value.trim())
  return (
    <Dialog
      open
      size="s"
      onClose={onClose}
      title={t('home.renameTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={rename}>
            {t('common.rename')}
          </Button>
        </>
      }
    >
      <TextField label={t('home.name')} value={value} maxLength={200} onChange={setValue} onEnter={rename} />
    </Dialog>
  )
}
