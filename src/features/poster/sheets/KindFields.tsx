/** What only one kind of sheet asks: how many touchpoints on a page, the columns of a map, how many cards. */
import { useTranslate } from '../../../i18n/useTranslate.ts'
import { EMPTY_COLUMNS, LEAST_COLUMNS, MOST_COLUMNS, MOST_COPIES } from '../../../layout/sheetKinds.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { SheetFormProps } from './sheetTools.ts'

const COLUMNS = {
  phases: 'paper.columnsPhases',
  activities: 'paper.columnsActivities',
  blank: 'paper.columnsBlank',
} as const

export function KindFields({ order, onChange }: Pick<SheetFormProps, 'order' | 'onChange'>) {
  switch (order.kind) {
    case 'touchpoints':
      return <TouchpointFields order={order} onChange={onChange} />
    case 'empty':
      return <EmptyFields order={order} onChange={onChange} />
    case 'cards':
      return <CardFields order={order} onChange={onChange} />
    case 'persona':
    case 'actions':
      return null
  }
}

function TouchpointFields({ order, onChange }: Pick<SheetFormProps, 'order' | 'onChange'>) {
  const t = useTranslate()
  return (
    <Segmented
      label={t('paper.perPage')}
      value={order.onePerPage ? 'one' : 'several'}
      options={[
        { value: 'one', label: t('paper.perPageOne') },
        { value: 'several', label: t('paper.perPageSeveral') },
      ]}
      onChange={(value) => onChange({ onePerPage: value === 'one' })}
    />
  )
}

function EmptyFields({ order, onChange }: Pick<SheetFormProps, 'order' | 'onChange'>) {
  const t = useTranslate()
  return (
    <>
      <SelectField
        label={t('paper.columns')}
        value={order.columns}
        options={EMPTY_COLUMNS.map((value) => ({ value, label: t(COLUMNS[value]) }))}
        onChange={(value) =>
          onChange({ columns: EMPTY_COLUMNS.find((columns) => columns === value) ?? 'phases' })
        }
      />
      {order.columns === 'blank' ? (
        <NumberField
          label={t('paper.columnCount')}
          value={order.columnCount}
          min={LEAST_COLUMNS}
          max={MOST_COLUMNS}
          rangeError={t('paper.wholeNumber', { least: LEAST_COLUMNS, most: MOST_COLUMNS })}
          onChange={(value) => {
            if (value !== undefined) onChange({ columnCount: Math.round(value) })
          }}
        />
      ) : null}
    </>
  )
}

function CardFields({ order, onChange }: Pick<SheetFormProps, 'order' | 'onChange'>) {
  const t = useTranslate()
  return (
    <>
      <Segmented
        label={t('paper.phaseOnCards')}
        value={order.forPhases ? 'printed' : 'written'}
        options={[
          { value: 'printed', label: t('paper.phasePrinted') },
          { value: 'written', label: t('paper.phaseWritten') },
        ]}
        onChange={(value) => onChange({ forPhases: value === 'printed' })}
      />
      <NumberField
        label={t(order.forPhases ? 'paper.copiesForPhases' : 'paper.copies')}
        value={order.copies}
        min={1}
        max={MOST_COPIES}
        rangeError={t('paper.wholeNumber', { least: 1, most: MOST_COPIES })}
        onChange={(value) => {
          if (value !== undefined) onChange({ copies: Math.round(value) })
        }}
      />
    </>
  )
}
