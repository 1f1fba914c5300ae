/** What oneself thinks of something, 1–10 under faces, from inside or outside, and what the group thinks of it so far. */
import { type RefObject, useRef, useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { addLane } from '../../model/commands/addLane.ts'
import { rate } from '../../model/commands/rate.ts'
import { withdrawRating } from '../../model/commands/withdrawRating.ts'
import type { Rating, RatingView } from '../../model/records/rating.ts'
import { journeyWithoutCurve } from '../../model/select/journeyWithoutCurve.ts'
import { ratingsBySubject } from '../../model/select/ratingsBySubject.ts'
import { ratingStats } from '../../model/select/ratingStats.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { subjectAsKey } from '../../model/select/subjectAs.ts'
import { firstRound } from '../../model/records/round.ts'
import type { Subject } from '../../model/subject.ts'
import { Button } from '../../ui/Button.tsx'
import { CurveOffer } from '../../ui/CurveOffer.tsx'
import { NameNeeded } from '../../ui/NameNeeded.tsx'
import { ScaleInput } from '../../ui/ScaleInput.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { RatingSummary } from './RatingSummary.tsx'
import './RatingField.css'

export interface RatingFieldProps {
  readonly subject: Subject
  /** Somebody wants to rate and has not said who they are: the app opens the place where that is said. */
  readonly onWho: () => void
}

export function RatingField({ subject, onWho }: RatingFieldProps) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const [view, setView] = useState<RatingView>('inside')
  const field = useRef<HTMLElement>(null)
  const { personId } = useWorkshop().actor
  const hidden = useSnapshot((snapshot) => snapshot.stage.hidesRatings)
  const stats = ratingStats(
    useSnapshot((snapshot) => snapshot),
    subject,
    { view },
  )
  const own = useOwnRating(subject, view)
  const write = (value: number | null) => {
    if (value === null && own !== null)
      run((workshop, actor) => withdrawRating(workshop, actor, { key: own.key }))
    else run((workshop, actor) => rate(workshop, actor, { subject, view, value }))
  }
  return (
    <section ref={field} tabIndex={-1} aria-label={t('canvas.rate')} className="et-rating">
      <Segmented
        label={t('inspector.view')}
        hideLabel
        value={view}
        options={[
          { value: 'inside', label: t('inspector.inside') },
          { value: 'outside', label: t('inspector.outside') },
        ]}
        onChange={setView}
      />
      <ScaleInput
        label={t('inspector.rating')}
        lowLabel={t('inspector.ratingLow')}
        highLabel={t('inspector.ratingHigh')}
        value={own?.value ?? null}
        disabled={!mayWrite || personId === null}
        onChange={write}
      />
      {personId === null && mayWrite ? (
        <NameNeeded reason={t('inspector.ratingNeedsName')} onWho={onWho} />
      ) : null}
      {personId !== null && mayWrite ? (
        <Button
          tone="quiet"
          aria-pressed={own !== null && own.value === null}
          onClick={() => run((workshop, actor) => rate(workshop, actor, { subject, view, value: null }))}
        >
          {t('inspector.noOpinion')}
        </Button>
      ) : null}
      {hidden ? null : <RatingSummary stats={stats} />}
      {mayWrite ? <MissingCurve subject={subject} field={field} /> : null}
    </section>
  )
}

function MissingCurve({ subject, field }: { subject: Subject; field: RefObject<HTMLElement | null> }) {
  const t = useTranslate()
  const run = useRun()
  const journeyId = useSnapshot((snapshot) => journeyWithoutCurve(snapshot, subject))
  const fields = { kind: 'curve', title: t('map.laneCurve') } as const
  const add = () => {
    if (journeyId !== null) run((...at) => addLane(...at, { journeyId, fields }))
  }
  return <CurveOffer isMissing={journeyId !== null} onAdd={add} home={field} />
}

/** What the person at this device said before, in the current round; null when they said nothing. */
function useOwnRating(subject: Subject, view: RatingView): Rating | null {
  const { personId } = useWorkshop().actor
  return useSnapshot((snapshot) => {
    if (personId === null) return null
    const me = standsFor(snapshot, 'persons', personId)
    const roundId = snapshot.stage.roundId ?? firstRound
    const counted = ratingsBySubject(snapshot).get(subjectAsKey(snapshot, subject)) ?? []
    const mine = counted.find(
      (entry) => entry.personId === me && entry.rating.view === view && entry.rating.roundId === roundId,
    )
    return mine?.rating ?? null
  })
}
