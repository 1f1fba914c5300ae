/** What lies outside the grid: the unsorted pile, and the parking lot when something is in it. */
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addActivity } from '../../model/commands/addActivity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { parkingLot } from '../../model/select/parkingLot.ts'
import { AddLine } from './AddLine.tsx'
import { OutlineCard } from './OutlineCard.tsx'
import { OutlineRow } from './OutlineRow.tsx'

export interface OutlineRestProps {
  readonly journeyId: JourneyId
  readonly mayWrite: boolean
}

export function UnsortedPile({ journeyId, mayWrite }: OutlineRestProps) {
  const t = useTranslate()
  const run = useRun()
  const pile = useSnapshot((snapshot) => activitiesByPhase(snapshot, journeyId).pile)
  return (
    <section className="et-outline__phase" aria-label={t('outline.pile')}>
      <h3>{t('outline.pile')}</h3>
      {pile.length === 0 ? <p className="et-outline__by">{t('outline.pileEmpty')}</p> : null}
      <ul>
        {pile.map((activity) => {
          const text = activity.text === '' ? t('outline.untitledActivity') : activity.text
          return (
            <li key={activity.id}>
              <OutlineRow item={{ kind: 'activity', id: activity.id }} what={text}>
                <span className="et-outline__card">{text}</span>
              </OutlineRow>
            </li>
          )
        })}
      </ul>
      {mayWrite ? (
        <AddLine
          label={t('outline.newInPile')}
          button={t('outline.addActivity')}
          onAdd={(text) =>
            run((workshop, actor) => addActivity(workshop, actor, { journeyId, phaseId: null, text })) !==
            null
          }
        />
      ) : null}
    </section>
  )
}

export function ParkedCards({ journeyId }: Pick<OutlineRestProps, 'journeyId'>) {
  const t = useTranslate()
  const parked = useSnapshot((snapshot) => parkingLot(snapshot, journeyId).cards)
  if (parked.length === 0) return null
  return (
    <section className="et-outline__phase" aria-label={t('outline.parkingLot')}>
      <h3>{t('outline.parkingLot')}</h3>
      <p className="et-outline__by">{t('outline.parkingHint')}</p>
      <ul>
        {parked.map(({ card }) => (
          <OutlineCard key={card.id} card={card} />
        ))}
      </ul>
    </section>
  )
}
