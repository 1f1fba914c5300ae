/** Medium, frequency, perception and the other words about a touchpoint. */
import { useEdit } from '../../bindings/useEdit.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type FieldsProps, PLAIN_TEXTS, SHARED_TEXTS } from './touchpointFields.logic.ts'

export function TouchpointDetails({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  return (
    <section className="et-stack" aria-label={t('touchpoints.details')}>
      <h3>{t('touchpoints.details')}</h3>
      <div className="et-columns">
        {PLAIN_TEXTS.map((field) => (
          <LazyTextField
            key={field}
            label={t(`touchpoints.${field}`)}
            type={field === 'url' ? 'url' : 'text'}
            value={touchpoint[field]}
            readOnly={!mayWrite}
            onCommit={(text) => edit.set({ [field]: text })}
          />
        ))}
      </div>
      {SHARED_TEXTS.map((field) => (
        <TextField
          key={field}
          label={t(`touchpoints.${field}`)}
          multiline
          value={touchpoint[field]}
          readOnly={!mayWrite}
          onChange={(text) => edit.text(field, text)}
        />
      ))}
    </section>
  )
}
