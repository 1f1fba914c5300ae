/** What is being written and where, in words: for the sheet's title and for screen readers. */
import { useValue } from '@tldraw/editor'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
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
  const layout = session.layout.get()
  const snapshot = session.snapshot.get()
  const cell = cellOfTarget(layout, target)
  const where =
    cell === null
      ? [phaseOf(layout, snapshot, target)]
      : [snapshot.lanes.get(cell.laneId)?.title, snapshot.activities.get(cell.activityId)?.text]
  return [what, ...where].filter((part) => part !== undefined && part !== '').join(' · ')
}

/** Writing goes on from phase to phase: the one that is written in is said. */
function phaseOf(layout: MapLayout, snapshot: WorkshopSnapshot, target: EditTarget): string | undefined {
  const ofDraft = isDraft(target) && target.draft === 'activity' ? target.phaseId : null
  const column = layout.columns.find(({ activityId }) => !isDraft(target) && activityId === target.id)
  const phaseId = ofDraft ?? column?.phaseId
  return phaseId === undefined ? undefined : snapshot.phases.get(phaseId)?.title
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
