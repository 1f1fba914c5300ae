/** A place on the grid in words, for a screen reader. */
import type { Translate } from '../../i18n/translate.ts'
import { textOf } from '../edit/textOf.ts'
import { isText } from '../tools/selectable.ts'
import { type GridSpot, itemsOfCell } from './gridWalk.ts'
import type { MapSession } from './MapSession.ts'

export function describeSpot(session: MapSession, spot: GridSpot, t: Translate): string {
  const snapshot = session.snapshot.get()
  const lane = snapshot.lanes.get(spot.cell.laneId)?.title || t('canvas.unnamedLane')
  const activity = snapshot.activities.get(spot.cell.activityId)?.text || t('canvas.emptyActivity')
  if (spot.item !== null && isText(spot.item)) {
    const text =
      textOf(snapshot, spot.item) ||
      t(spot.item.kind === 'card' ? 'canvas.emptyCard' : 'canvas.emptyTouchpoint')
    return t('canvas.cardSummary', { text, lane, activity })
  }
  return t('canvas.cellSummary', { lane, activity, n: itemsOfCell(session.layout.get(), spot.cell).length })
}
