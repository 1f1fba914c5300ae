/** Everything about one card: what it says, what it rests on, where it lies, what the group thinks of it. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRecord } from '../../bindings/useRecord.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Card, CardId } from '../../model/records/card.ts'
import { Button } from '../../ui/Button.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { AuthorsLine } from './AuthorsLine.tsx'
import { CardPlaceFields } from './CardPlaceFields.tsx'
import { CardTypeField } from './CardTypeField.tsx'
import type { PictureTools } from './pictureTools.ts'
import { Pictures } from './Pictures.tsx'
import { VoteField } from './VoteField.tsx'

const EVIDENCE = [
  { value: 'assumption', label: 'map.evidenceAssumption' },
  { value: 'quote', label: 'map.evidenceQuote' },
  { value: 'observation', label: 'map.evidenceObservation' },
  { value: 'data', label: 'map.evidenceData' },
] as const

export interface CardInspectorProps {
  readonly cardId: CardId
  readonly pictures: PictureTools
  readonly onGone: () => void
}

export function CardInspector({ cardId, pictures, onGone }: CardInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const edit = useEdit('cards', cardId)
  const card = useRecord('cards', cardId)
  if (card === null) return <p>{t('inspector.gone')}</p>
  return (
    <div className="et-stack">
      <TextField
        label={t('inspector.text')}
        multiline
        placeholder={t('inspector.cardPlaceholder')}
        value={card.text}
        readOnly={!mayWrite}
        onChange={(text) => edit.text('text', text)}
      />
      <AuthorsLine authorIds={card.authorIds} />
      <VoteField subject={{ kind: 'card', id: cardId }} />
      <EvidenceFields card={card} mayWrite={mayWrite} />
      <CardTypeField card={card} mayWrite={mayWrite} />
      <CardPlaceFields card={card} mayWrite={mayWrite} />
      <Pictures
        mediaIds={card.mediaIds}
        mayWrite={mayWrite}
        tools={pictures}
        target={{ kind: 'card', id: cardId }}
      />
      {mayWrite ? (
        <Button
          tone="danger"
          icon={<Trash2 />}
          onClick={() => (remove({ table: 'cards', ids: [cardId] }) ? onGone() : undefined)}
        >
          {t('inspector.deleteCard')}
        </Button>
      ) : null}
    </div>
  )
}

function EvidenceFields({ card, mayWrite }: { readonly card: Card; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const edit = useEdit('cards', card.id)
  return (
    <>
      <Segmented
        label={t('inspector.evidence')}
        value={card.evidence}
        disabled={!mayWrite}
        options={EVIDENCE.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(evidence) => edit.set({ evidence })}
      />
      <LazyTextField
        label={t('inspector.source')}
        placeholder={t('inspector.sourcePlaceholder')}
        value={card.source}
        readOnly={!mayWrite}
        onCommit={(source) => edit.set({ source })}
      />
    </>
  )
}
