/** One journey: its name and kind, the way to its map, and to everybody's when one leads the workshop. */
import { Eye, Presentation, Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useEdit } from '../../bindings/useEdit.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editStage } from '../../model/commands/editStage.ts'
import type { Journey, JourneyId } from '../../model/records/journey.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { JOURNEY_KINDS } from './journeyKinds.ts'

export interface JourneyRowProps {
  readonly journey: Journey
  readonly isShown: boolean
  readonly isMain: boolean
  /** The last one stays: a workshop without a map is no workshop. */
  readonly isOnly: boolean
  readonly onShow: (journeyId: JourneyId) => void
}

export function JourneyRow({ journey, isShown, isMain, isOnly, onShow }: JourneyRowProps) {
  const t = useTranslate()
  const mayWrite = useMayWrite()
  const edit = useEdit('journeys', journey.id)
  const title = journey.title === '' ? t('map.unnamedJourney') : journey.title
  return (
    <li className="et-journey" aria-label={title}>
      <div className="et-row">
        {isShown ? <Chip tone="accent">{t('journeys.shownHere')}</Chip> : null}
        {isMain ? <Chip>{t('journeys.shownToAll')}</Chip> : null}
      </div>
      <LazyTextField
        label={t('journeys.name')}
        placeholder={t('map.unnamedJourney')}
        value={journey.title}
        maxLength={200}
        readOnly={!mayWrite}
        onCommit={(next) => edit.set({ title: next })}
      />
      <SelectField
        label={t('journeys.kind')}
        value={journey.kind}
        disabled={!mayWrite}
        options={JOURNEY_KINDS.map(({ value, label }) => ({ value, label: t(label) }))}
        onChange={(value) => {
          const kind = JOURNEY_KINDS.find((each) => each.value === value)?.value
          if (kind !== undefined) edit.set({ kind })
        }}
      />
      <div className="et-row">
        {isShown ? null : (
          <Button icon={<Eye />} onClick={() => onShow(journey.id)}>
            {t('journeys.show')}
          </Button>
        )}
        {isMain ? null : <ForEverybody journeyId={journey.id} />}
        {mayWrite && !isOnly ? <DeleteJourney journeyId={journey.id} title={title} /> : null}
      </div>
    </li>
  )
}

function ForEverybody({ journeyId }: { readonly journeyId: JourneyId }) {
  const t = useTranslate()
  const run = useRun()
  const mayLead = useMayWrite('stage')
  if (!mayLead) return null
  return (
    <Button
      icon={<Presentation />}
      onClick={() => run((...by) => editStage(...by, { journeyId, spotlightId: '' }))}
    >
      {t('journeys.showToAll')}
    </Button>
  )
}

function DeleteJourney({ journeyId, title }: { readonly journeyId: JourneyId; readonly title: string }) {
  const t = useTranslate()
  const remove = useDelete()
  return (
    <IconButton
      label={t('journeys.delete', { title })}
      icon={<Trash2 />}
      tone="danger"
      onClick={() => remove({ table: 'journeys', ids: [journeyId] })}
    />
  )
}
