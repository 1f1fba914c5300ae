/** Where a touchpoint stands, where it should stand, and how well the best do. */
import { useEdit } from '../../bindings/useEdit.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { type FieldsProps, VALUES } from './touchpointFields.logic.ts'

export function TouchpointValues({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  return (
    <section className="et-stack" aria-label={t('touchpoints.values')}>
      <h3>{t('touchpoints.values')}</h3>
      <div className="et-columns">
        {VALUES.map((field) => (
          <NumberField
            key={field}
            label={t(`touchpoints.${field}`)}
            value={touchpoint[field] ?? undefined}
            min={0}
            readOnly={!mayWrite}
            rangeError={t('touchpoints.valueRange')}
            onChange={(value) => edit.set({ [field]: value ?? null })}
          />
        ))}
      </div>
    </section>
  )
}
