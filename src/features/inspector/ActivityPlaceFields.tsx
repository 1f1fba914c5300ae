/** The phase of an activity and its turn in it. */
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { moveActivities } from '../../model/commands/moveActivities.ts'
import type { Position } from '../../model/position.ts'
import type { Activity } from '../../model/records/activity.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import './ActivityPlaceFields.css'

interface ActivityPlaceFieldsProps {
  readonly activity: Activity
  readonly mayWrite: boolean
}

export function ActivityPlaceFields({ activity, mayWrite }: ActivityPlaceFieldsProps) {
  const t = useTranslate()
  const run = useRun()
  const { journeyId } = activity.place
  const journey = useSnapshot((snapshot) =>
    journeyId === null ? null : activitiesByPhase(snapshot, journeyId),
  )
  if (journeyId === null || journey === null) return null
  const home = journey.phases.find((entry) => entry.activities.includes(activity))
  const siblings = home?.activities ?? journey.pile
  const at = siblings.indexOf(activity)
  const phaseId = home?.phase.id ?? null
  const move = (target: PhaseId | null, position: Position) =>
    run((workshop, actor) =>
      moveActivities(workshop, actor, { activityIds: [activity.id], journeyId, phaseId: target, position }),
    )
  const [before, after] = [siblings[at - 1], siblings[at + 1]]
  return (
    <div className="et-activity-place">
      <SelectField
        label={t('inspector.phase')}
        value={phaseId ?? ''}
        disabled={!mayWrite}
        options={[
          { value: '', label: t('inspector.pile') },
          ...journey.phases.map(({ phase }) => ({ value: phase.id, label: phase.title })),
        ]}
        onChange={(value) => move(value === '' ? null : (value as PhaseId), 'last')}
      />
      {mayWrite ? (
        <>
          <IconButton
            label={t('inspector.moveLeft')}
            icon={<ArrowLeft />}
            tone="solid"
            disabled={before === undefined}
            onClick={() => (before === undefined ? undefined : move(phaseId, { before: before.id }))}
          />
          <IconButton
            label={t('inspector.moveRight')}
            icon={<ArrowRight />}
            tone="solid"
            disabled={after === undefined}
            onClick={() => (after === undefined ? undefined : move(phaseId, { after: after.id }))}
          />
        </>
      ) : null}
    </div>
  )
}
