/** "This is a card from paper; put it where it belongs?" One answer, one step that can be undone. */
import { MapPin } from 'lucide-react'
import { useFeedback } from '../../bindings/FeedbackContext.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { laneLabels } from '../../i18n/laneLabels.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { useFrame } from '../frame/FrameContext.ts'
import { movePhoto } from './movePhoto.ts'
import { type PaperOffer, usePaperOffers } from './paperOffers.ts'
import '../pictures/InterruptedCapture.css'

export function PaperOffers() {
  const { session } = useFrame()
  const offers = usePaperOffers((state) => state.offers)
  const offer = offers.find(({ workshopId }) => workshopId === session.workshopId)
  return offer === undefined ? null : <Offered offer={offer} />
}

function Offered({ offer }: { readonly offer: PaperOffer }) {
  const t = useTranslate()
  const { session } = useFrame()
  const { refused } = useFeedback()
  const remove = usePaperOffers((state) => state.remove)
  const names = useSnapshot((snapshot) => namesOf(snapshot, offer, t))
  const { lane, place } = JSON.parse(names) as ReturnType<typeof wordsOf>
  const take = () => {
    const { document, actor, history } = session
    const moved = history.gesture(() => movePhoto(document, actor.get(), offer))
    remove(offer)
    if (!moved.ok) return refused(moved.error)
    showToast(t('paper.offerDone', { lane }))
  }
  return (
    <div className="et-interrupted">
      <Callout
        title={t('paper.offerTitle')}
        actions={
          <>
            <Button tone="primary" icon={<MapPin />} onClick={take}>
              {t('paper.offerTake')}
            </Button>
            <Button onClick={() => remove(offer)}>{t('paper.offerLeave')}</Button>
          </>
        }
      >
        <p>{t('paper.offerText', { lane, place })}</p>
      </Callout>
    </div>
  )
}

/** As one text, because a snapshot's selection is compared by identity. */
function namesOf(snapshot: WorkshopSnapshot, offer: PaperOffer, t: Translate): string {
  return JSON.stringify(wordsOf(snapshot, offer, t))
}

function wordsOf(snapshot: WorkshopSnapshot, { target }: PaperOffer, t: Translate) {
  const lane = snapshot.lanes.get(target.laneId)
  const activity = target.kind === 'activity' ? snapshot.activities.get(target.activityId) : undefined
  const phaseId = target.kind === 'phase' ? target.phaseId : (activity?.place.phaseId ?? null)
  const phase = phaseId === null ? '' : (snapshot.phases.get(phaseId)?.title ?? '')
  return {
    lane: lane === undefined ? '' : lane.title || laneLabels(t)[lane.kind],
    place: [phase, activity?.text ?? ''].filter((part) => part.trim() !== '').join(' › '),
  }
}
