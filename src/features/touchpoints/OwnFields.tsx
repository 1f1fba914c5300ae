/** Fields that a workshop invents for its touchpoints: a name and a content each. */
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useEdit } from '../../bindings/useEdit.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FieldsProps } from './touchpointFields.logic.ts'

export function OwnFields({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  const [name, setName] = useState('')
  const fresh = name.trim()
  const add = () => {
    if (fresh === '' || fresh in touchpoint.ownFields) return
    edit.set({ ownFields: { ...touchpoint.ownFields, [fresh]: '' } })
    setName('')
  }
  const without = (gone: string) =>
    Object.fromEntries(Object.entries(touchpoint.ownFields).filter(([other]) => other !== gone))
  return (
    <section className="et-stack" aria-label={t('touchpoints.ownFields')}>
      <h3>{t('touchpoints.ownFields')}</h3>
      {Object.entries(touchpoint.ownFields).map(([field, value]) => (
        <div key={field} className="et-own-field">
          <LazyTextField
            label={field}
            value={value === null ? '' : String(value)}
            readOnly={!mayWrite}
            onCommit={(content) => edit.set({ ownFields: { ...touchpoint.ownFields, [field]: content } })}
          />
          {mayWrite ? (
            <IconButton
              label={t('touchpoints.removeOwnField', { name: field })}
              icon={<Trash2 />}
              tone="danger"
              onClick={() => edit.set({ ownFields: without(field) })}
            />
          ) : null}
        </div>
      ))}
      {mayWrite ? (
        <div className="et-own-field">
          <TextField label={t('touchpoints.ownFieldName')} value={name} onChange={setName} onEnter={add} />
          <Button icon={<Plus />} disabled={fresh === ''} onClick={add}>
            {t('touchpoints.addOwnField')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
