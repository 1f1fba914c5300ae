/** One entry of the register with all its fields. */
import { ArrowLeft, Star, Trash2, Zap } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { TouchpointId } from '../../model/records/touchpoint.ts'
import { Button } from '../../ui/Button.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { OwnFields } from './OwnFields.tsx'
import { PlacementList } from './PlacementList.tsx'
import { TouchpointDetails } from './TouchpointDetails.tsx'
import { TouchpointRefs } from './TouchpointRefs.tsx'
import type { FieldsProps } from './touchpointFields.logic.ts'
import { TouchpointValues } from './TouchpointValues.tsx'

export interface TouchpointFormProps {
  readonly touchpointId: TouchpointId
  readonly onBack: () => void
}

export function TouchpointForm({ touchpointId, onBack }: TouchpointFormProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const touchpoint = useRecord('touchpoints', touchpointId)
  const back = (
    <Button tone="quiet" icon={<ArrowLeft />} onClick={onBack}>
      {t('touchpoints.back')}
    </Button>
  )
  if (touchpoint === null) return back
  const fields = { touchpoint, mayWrite }
  return (
    <div className="et-stack">
      <div>{back}</div>
      <Basics {...fields} />
      <PlacementList {...fields} />
      <TouchpointRefs {...fields} />
      <TouchpointValues {...fields} />
      <TouchpointDetails {...fields} />
      <OwnFields {...fields} />
      {mayWrite ? (
        <Button
          tone="danger"
          icon={<Trash2 />}
          onClick={() => (remove({ table: 'touchpoints', ids: [touchpointId] }) ? onBack() : undefined)}
        >
          {t('touchpoints.delete')}
        </Button>
      ) : null}
    </div>
  )
}

function Basics({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  return (
    <>
      <LazyTextField
        label={t('touchpoints.name')}
        value={touchpoint.name}
        readOnly={!mayWrite}
        onCommit={(name) => edit.set({ name })}
      />
      <Segmented
        label={t('touchpoints.form')}
        value={touchpoint.form ?? 'unsaid'}
        disabled={!mayWrite}
        options={[
          { value: 'physical', label: t('touchpoints.formPhysical') },
          { value: 'digital', label: t('touchpoints.formDigital') },
          { value: 'unsaid', label: t('touchpoints.formUnsaid') },
        ]}
        onChange={(form) => edit.set({ form: form === 'unsaid' ? null : form })}
      />
      <fieldset className="et-fieldset">
        <legend className="et-fieldset__legend">{t('touchpoints.marks')}</legend>
        <SwitchField
          label={t('touchpoints.painPoint')}
          icon={<Zap className="et-register__pain" />}
          checked={touchpoint.painPoint}
          disabled={!mayWrite}
          onChange={(painPoint) => edit.set({ painPoint })}
        />
        <SwitchField
          label={t('touchpoints.momentOfTruth')}
          icon={<Star className="et-register__truth" />}
          checked={touchpoint.momentOfTruth}
          disabled={!mayWrite}
          onChange={(momentOfTruth) => edit.set({ momentOfTruth })}
        />
      </fieldset>
    </>
  )
}
