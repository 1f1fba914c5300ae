/**
 * One to ten in reach of the finger: one's own rating, or what the group agrees on for the curve. Opened by the rate
 * tool, by a tap on the curve, and from the selection.
 */
import { useValue } from '@tldraw/editor'
import { X } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { journeyWithoutCurve } from '../../model/select/journeyWithoutCurve.ts'
import { Button } from '../../ui/Button.tsx'
import { CurveOffer } from '../../ui/CurveOffer.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { NameNeeded } from '../../ui/NameNeeded.tsx'
import { ScaleInput } from '../../ui/ScaleInput.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { rectToScreen } from '../camera/units.ts'
import { textOf } from '../edit/textOf.ts'
import { cellRect, itemRect } from '../hit/itemRect.ts'
import type { MapSession, Rating } from '../session/MapSession.ts'
import { ownRating, valueOf } from '../session/ratingOf.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { type RefObject, useEffect, useRef } from 'react'
import { anchorAt } from './anchorAt.ts'

const SIZE = { width: 548, height: 276 }
/** What it grows by with the word that the row of the curve is missing. */
const CALLOUT = 148

export function RatingPanel() {
  const session = useMapSession()
  const rating = useValue(session.rating)
  return rating === null ? null : <Panel rating={rating} />
}

function Panel({ rating }: { readonly rating: Rating }) {
  const session = useMapSession()
  const t = useTranslate()
  const panel = useRef<HTMLElement>(null)
  const place = useValue('rating place', () => placeOf(session, rating), [session, rating])
  const title = useValue('rated', () => textOf(session.snapshot.get(), rating.subject) ?? '', [
    session,
    rating,
  ])
  const close = () => session.rating.set(null)
  useEscape(panel, session)
  return (
    <section ref={panel} tabIndex={-1} className="map-rating" style={place} aria-label={t('canvas.rate')}>
      <header className="map-rating__head">
        <h2 className="map-rating__title">{title}</h2>
        <IconButton label={t('common.close')} icon={<X />} onClick={close} />
      </header>
      {rating.subject.kind === 'activity' ? (
        <Segmented
          label={t('canvas.rate')}
          hideLabel
          value={rating.by}
          options={[
            { value: 'me', label: t('canvas.myRating') },
            { value: 'group', label: t('canvas.weAgree') },
          ]}
          onChange={(by) => session.rating.set({ ...rating, by })}
        />
      ) : null}
      <Scale rating={rating} />
      <MissingCurve rating={rating} panel={panel} />
    </section>
  )
}

function MissingCurve({ rating, panel }: { rating: Rating; panel: RefObject<HTMLElement | null> }) {
  const session = useMapSession()
  const t = useTranslate()
  const journeyId = useValue(
    'without curve',
    () => journeyWithoutCurve(session.snapshot.get(), rating.subject),
    [session, rating],
  )
  const add = () => {
    if (journeyId !== null) session.actions.addCurve(journeyId, t('map.laneCurve'))
  }
  return <CurveOffer isMissing={journeyId !== null} onAdd={add} home={panel} />
}

/** Escape closes from wherever the focus is in the panel. */
function useEscape(panel: RefObject<HTMLElement | null>, session: MapSession): void {
  useEffect(() => {
    const element = panel.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      session.rating.set(null)
      session.editor.getContainer().focus()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [panel, session])
}

function Scale({ rating }: { readonly rating: Rating }) {
  const session = useMapSession()
  const t = useTranslate()
  const value = useValue('rated value', () => valueOf(session, rating), [session, rating])
  const own = useValue('own rating', () => ownRating(session, rating.subject), [session, rating])
  const view = useValue(session.ratingView)
  const canRate = useValue('can rate', () => session.actor.get().personId !== null, [session])
  const isLocked = rating.by === 'me' && !canRate
  const choose = (next: number | null) => {
    if (rating.by === 'group') {
      if (rating.subject.kind === 'activity') session.actions.agree(rating.subject.id, view, next)
    } else if (next !== null) session.actions.rate(rating.subject, next)
    else if (own !== undefined) session.actions.withdrawRating(own.key)
    if (next !== null) session.announce(announced(t, rating.by, next))
  }
  return (
    <>
      <ScaleInput
        label={t(view === 'inside' ? 'canvas.ratingInside' : 'canvas.ratingOutside')}
        lowLabel={t('canvas.ratingLow')}
        highLabel={t('canvas.ratingHigh')}
        value={value}
        disabled={isLocked}
        onChange={choose}
      />
      {isLocked ? <NameNeeded reason={t('canvas.ratingNeedsName')} onWho={session.askWho} /> : null}
      {rating.by === 'me' && !isLocked ? (
        <Button
          tone="quiet"
          aria-pressed={own !== undefined && own.value === null}
          onClick={() => session.actions.rate(rating.subject, null)}
        >
          {t('canvas.noOpinion')}
        </Button>
      ) : null}
    </>
  )
}

function announced(t: ReturnType<typeof useTranslate>, by: Rating['by'], value: number): string {
  return by === 'me' ? t('canvas.rated', { value }) : t('canvas.agreedOn', { value })
}

function placeOf(session: MapSession, { subject, by }: Rating): { left: number; top: number } {
  const layout = session.layout.get()
  const curve = layout.curve
  const cell =
    by === 'group' && subject.kind === 'activity' && curve !== null
      ? cellRect(layout, { laneId: curve.laneId, activityId: subject.id })
      : undefined
  const rect = cell ?? itemRect(layout, [], subject) ?? layout.grid
  const { w, h } = session.editor.getViewportScreenBounds()
  const offer = journeyWithoutCurve(session.snapshot.get(), subject) === null ? 0 : CALLOUT
  const size = { width: Math.min(SIZE.width, w - 16), height: SIZE.height + offer }
  return anchorAt(
    rectToScreen(session.editor.getCamera(), rect),
    size,
    { width: w, height: h },
    session.inset.get(),
  )
}
