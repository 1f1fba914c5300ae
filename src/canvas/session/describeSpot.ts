/** A place on the grid in words, for a screen reader. */
import type { Translate } from '../../i18n/translate.ts'
import { textOf } from '../edit/textOf.ts'
import { isText } from '../tools/selectable.ts'
import { type GridSpot, itemsOfCell } from './gridWalk.ts'
import type { MapSession } from './MapSession.ts'

const EMPTY = {
  card: 'canvas.emptyCard',
  placement: 'canvas.emptyTouchpoint',
  activity: 'canvas.emptyActivity',
  phase: 'canvas.emptyPhase',
  lane: 'canvas.unnamedLane',
} as const

const KINDS = { activity: 'canvas.activity', phase: 'canvas.phase', lane: 'canvas.laneTitle' } as const

export function describeSpot(session: MapSession, spot: GridSpot, t: Translate): string {
  const snapshot = session.snapshot.get()
  const lane = snapshot.lanes.get(spot.cell.laneId)?.title || t('canvas.unnamedLane')
  const activity = snapshot.activities.get(spot.cell.activityId)?.text || t('canvas.emptyActivity')
  if (spot.item !== null && isText(spot.item)) {
    const text = textOf(snapshot, spot.item) || t(EMPTY[spot.item.kind])
    if (spot.item.kind === 'card' || spot.item.kind === 'placement') {
      return t('canvas.cardSummary', { text, lane, activity })
    }
    return t('canvas.headSummary', { text, kind: t(KINDS[spot.item.kind]) })
  }
  return t('canvas.cellSummary', { lane, activity, n: itemsOfCell(session.layout.get(), spot.cell).length })
}
