/** One activity with everything below it: marks, touchpoints, the cards of each lane, and a line to add one. */
import { Star, Zap } from 'lucide-react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Activity } from '../../model/records/activity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { painPointOf } from '../../model/select/marks.ts'
import { AddCardLine } from './AddCardLine.tsx'
import { laneGroups, touchpointsUnder } from './outline.logic.ts'
import { OutlineCard } from './OutlineCard.tsx'
import { OutlineRow } from './OutlineRow.tsx'
import { OutlineValues } from './OutlineValues.tsx'

export interface OutlineActivityProps {
  readonly activity: Activity
  readonly journeyId: JourneyId
  readonly number: number
  readonly mayWrite: boolean
}

export function OutlineActivity({ activity, journeyId, number, mayWrite }: OutlineActivityProps) {
  const t = useTranslate()
  const isPainPoint = useSnapshot((snapshot) => painPointOf(snapshot, activity).marked)
  const groups = useSnapshot((snapshot) => laneGroups(snapshot, journeyId, activity.id))
  const text = activity.text === '' ? t('outline.untitledActivity') : activity.text
  return (
    <article className="et-outline__activity">
      <OutlineRow item={{ kind: 'activity', id: activity.id }} what={text}>
        <h4>{t('outline.activity', { n: number, text })}</h4>
        {isPainPoint ? <Zap className="et-outline__pain" aria-label={t('outline.painPoint')} /> : null}
        {activity.momentOfTruth ? (
          <Star className="et-outline__truth" aria-label={t('outline.momentOfTruth')} />
        ) : null}
        <OutlineValues subject={{ kind: 'activity', id: activity.id }} />
      </OutlineRow>
      <Touchpoints activity={activity} />
      {groups.map(({ lane, cards }) => (
        <section key={lane.id}>
          <h5>{t('outline.lane', { lane: lane.title, n: cards.length })}</h5>
          <ul>
            {cards.map((card) => (
              <OutlineCard key={card.id} card={card} />
            ))}
          </ul>
        </section>
      ))}
      {mayWrite ? <AddCardLine activity={activity} journeyId={journeyId} text={text} /> : null}
    </article>
  )
}

function Touchpoints({ activity }: { readonly activity: Activity }) {
  const t = useTranslate()
  const placed = useSnapshot((snapshot) => touchpointsUnder(snapshot, activity.id))
  if (placed.length === 0) return null
  return (
    <section>
      <h5>{t('outline.lane', { lane: t('outline.touchpoints'), n: placed.length })}</h5>
      <ul>
        {placed.map(({ placement, name, cards }) => (
          <li key={placement.id}>
            <OutlineRow item={{ kind: 'placement', id: placement.id }} what={name}>
              <span className="et-outline__card">{name}</span>
              <OutlineValues subject={{ kind: 'placement', id: placement.id }} />
            </OutlineRow>
            {cards.length === 0 ? null : (
              <ul>
                {cards.map((card) => (
                  <OutlineCard key={card.id} card={card} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
