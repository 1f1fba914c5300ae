/** What a touchpoint belongs to: phase, channel, department, brand, and who owns it. */
import { useEdit } from '../../bindings/useEdit.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { BrandId } from '../../model/records/brand.ts'
import type { ChannelId } from '../../model/records/channel.ts'
import type { DepartmentId } from '../../model/records/department.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { FieldsProps } from './touchpointFields.logic.ts'

export function TouchpointRefs({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const edit = useEdit('touchpoints', touchpoint.id)
  const { phases, channels, departments, brands } = useSnapshot((snapshot) => snapshot)
  const lists = [
    {
      field: 'phaseId',
      label: t('touchpoints.phase'),
      options: byOrder(phases.values()).map(({ id, title }) => ({ value: id, label: title })),
      set: (id: string | null) => edit.set({ phaseId: id as PhaseId | null }),
    },
    {
      field: 'channelId',
      label: t('touchpoints.channel'),
      options: byOrder(channels.values()).map(({ id, name }) => ({ value: id, label: name })),
      set: (id: string | null) => edit.set({ channelId: id as ChannelId | null }),
    },
    {
      field: 'departmentId',
      label: t('touchpoints.department'),
      options: byOrder(departments.values()).map(({ id, name }) => ({ value: id, label: name })),
      set: (id: string | null) => edit.set({ departmentId: id as DepartmentId | null }),
    },
    {
      field: 'brandId',
      label: t('touchpoints.brand'),
      options: byOrder(brands.values()).map(({ id, name }) => ({ value: id, label: name })),
      set: (id: string | null) => edit.set({ brandId: id as BrandId | null }),
    },
  ] as const
  return (
    <div className="et-columns">
      {lists.map(({ field, label, options, set }) => (
        <SelectField
          key={field}
          label={label}
          value={touchpoint[field] ?? ''}
          disabled={!mayWrite}
          options={[{ value: '', label: t('touchpoints.none') }, ...options]}
          onChange={(id) => set(id === '' ? null : id)}
        />
      ))}
      <LazyTextField
        label={t('touchpoints.owner')}
        value={touchpoint.owner}
        readOnly={!mayWrite}
        onCommit={(owner) => edit.set({ owner })}
      />
    </div>
  )
}
