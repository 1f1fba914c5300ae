/** Under which activities a touchpoint stands: the same as dragging it there on the map. */
import { X } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { placeTouchpoint } from '../../model/commands/placeTouchpoint.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import { orderedColumns } from '../../model/select/activitiesByPhase.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { activitiesLeft, placedUnder } from './register.logic.ts'
import type { FieldsProps } from './touchpointFields.logic.ts'

export function PlacementList({ touchpoint, mayWrite }: FieldsProps) {
  const t = useTranslate()
  const run = useRun()
  const remove = useDelete()
  const placed = useSnapshot((snapshot) => placedUnder(snapshot, touchpoint.id))
  const journey = useShownJourney()
  const columns = useSnapshot((snapshot) => (journey === null ? [] : orderedColumns(snapshot, journey.id)))
  const left = activitiesLeft(columns, placed)
  const place = (activityId: ActivityId) =>
    run((workshop, actor) => placeTouchpoint(workshop, actor, { touchpointId: touchpoint.id, activityId }))
  return (
    <section className="et-stack" aria-label={t('touchpoints.placements')}>
      <h3>{t('touchpoints.placements')}</h3>
      {placed.length === 0 ? <p className="et-field__hint">{t('touchpoints.notPlaced')}</p> : null}
      <ul className="et-placed">
        {placed.map(({ placement, activity }) => (
          <li key={placement.id}>
            <span>{activity.text}</span>
            {mayWrite ? (
              <IconButton
                label={t('touchpoints.unplace', { activity: activity.text })}
                icon={<X />}
                onClick={() => remove({ table: 'placements', ids: [placement.id] })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite && left.length > 0 ? (
        <SelectField
          label={t('touchpoints.placeUnder')}
          value=""
          options={[
            { value: '', label: t('touchpoints.chooseActivity') },
            ...left.map(({ id, text }) => ({ value: id, label: text })),
          ]}
          onChange={(id) => (id === '' ? undefined : place(id as ActivityId))}
        />
      ) : null}
    </section>
  )
}
