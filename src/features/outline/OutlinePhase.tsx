/** One phase with its activities, and a line to add one. */
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addActivity } from '../../model/commands/addActivity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { PhaseWithActivities } from '../../model/select/activitiesByPhase.ts'
import { AddLine } from './AddLine.tsx'
import { OutlineActivity } from './OutlineActivity.tsx'
import { OutlineRow } from './OutlineRow.tsx'

export interface OutlinePhaseProps {
  readonly entry: PhaseWithActivities
  readonly journeyId: JourneyId
  readonly number: number
  readonly mayWrite: boolean
}

/** The address of a phase on the page, for the list of contents. */
export function phaseAnchor(number: number): string {
  return `phase-${String(number)}`
}

export function OutlinePhase({ entry, journeyId, number, mayWrite }: OutlinePhaseProps) {
  const t = useTranslate()
  const run = useRun()
  const { phase, activities } = entry
  const title = phase.title === '' ? t('outline.untitledPhase') : phase.title
  return (
    <section className="et-outline__phase" id={phaseAnchor(number)} aria-label={title}>
      <OutlineRow item={{ kind: 'phase', id: phase.id }} what={title}>
        <h3>{t('outline.phase', { n: number, title })}</h3>
        <span className="et-outline__by">{t('outline.phaseFacts', { n: activities.length })}</span>
      </OutlineRow>
      {activities.map((activity, index) => (
        <OutlineActivity
          key={activity.id}
          activity={activity}
          journeyId={journeyId}
          number={index + 1}
          mayWrite={mayWrite}
        />
      ))}
      {mayWrite ? (
        <AddLine
          label={t('outline.newActivity', { phase: title })}
          button={t('outline.addActivity')}
          onAdd={(text) =>
            run((workshop, actor) => addActivity(workshop, actor, { journeyId, phaseId: phase.id, text })) !==
            null
          }
        />
      ) : null}
    </section>
  )
}
