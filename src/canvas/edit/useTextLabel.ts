/** What is being written and where, in words: for the sheet's title and for screen readers. */
import { useValue } from '@tldraw/editor'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { MapSession } from '../session/MapSession.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'
import { cellOfTarget } from './nextTarget.ts'

export function useTextLabel(target: EditTarget | null): string {
  const session = useMapSession()
  const t = useTranslate()
  return useValue('text label', () => (target === null ? '' : labelOf(session, target, t)), [
    session,
    target,
    t,
  ])
}

function labelOf(session: MapSession, target: EditTarget, t: Translate): string {
  const what = t(`canvas.${nameOf(target)}`)
  const cell = cellOfTarget(session.layout.get(), target)
  if (cell === null) return what
  const snapshot = session.snapshot.get()
  const lane = snapshot.lanes.get(cell.laneId)?.title
  const activity = snapshot.activities.get(cell.activityId)?.text
  return [what, lane, activity].filter((part) => part !== undefined && part !== '').join(' · ')
}

function nameOf(target: EditTarget) {
  if (isDraft(target)) {
    const names = {
      card: 'newCard',
      placement: 'newTouchpoint',
      activity: 'newActivity',
      phase: 'newPhase',
    } as const
    return names[target.draft]
  }
  const names = {
    card: 'card',
    placement: 'touchpoint',
    activity: 'activity',
    phase: 'phase',
    lane: 'laneTitle',
  } as const
  return names[target.kind]
}
