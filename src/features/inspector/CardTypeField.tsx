/** The kind of a card: what its lane says, or one of the workshop's own types. */
import { useEdit } from '../../bindings/useEdit.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Card } from '../../model/records/card.ts'
import type { CardTypeId } from '../../model/records/cardType.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { SelectField } from '../../ui/SelectField.tsx'

export function CardTypeField({ card, mayWrite }: { readonly card: Card; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const edit = useEdit('cards', card.id)
  const lane = useRecord('lanes', card.place.laneId)
  const types = useSnapshot((snapshot) => byOrder(snapshot.cardTypes.values()))
  if (types.length === 0) return null
  const options = [
    { value: '', label: t('inspector.typeOfLane', { lane: lane?.title ?? t('inspector.parking') }) },
    ...types.map((type) => ({ value: type.id, label: type.title })),
  ]
  return (
    <SelectField
      label={t('inspector.type')}
      value={card.cardTypeId ?? ''}
      options={options}
      disabled={!mayWrite}
      onChange={(value) => edit.set({ cardTypeId: value === '' ? null : (value as CardTypeId) })}
    />
  )
}
