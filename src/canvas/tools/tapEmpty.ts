/** What a tap on empty ground does, in the tools that write: the field, the slot and the curve each invite something. */
import type { Draft } from '../edit/EditTarget.ts'
import type { Hit } from '../hit/hitAt.ts'
import type { MapCell } from '../MapCanvasProps.ts'
import type { MapSession } from '../session/MapSession.ts'

export function tapEmpty(session: MapSession, hit: Hit): void {
  if (hit.kind === 'cell' || hit.kind === 'curve') session.focus.set(hit.cell)
  if (!session.canEdit.get()) return
  switch (hit.kind) {
    case 'cell':
      writeInto(session, hit.cell)
      return
    case 'slot':
      session.editing.set(draftInSlot(hit))
      return
    case 'curve':
      session.rating.set({ subject: { kind: 'activity', id: hit.cell.activityId }, by: 'group' })
      return
    case 'pin':
      session.rating.set({ subject: { kind: 'activity', id: hit.activityId }, by: 'group' })
      return
    case 'item':
    case 'nothing':
      return
  }
}

/** A new activity at the end of the phase, also for whoever tapped below it. */
function draftInSlot({ phaseId, instead }: Extract<Hit, { kind: 'slot' }>): Draft {
  return { draft: 'activity', phaseId, before: null, ...(instead === undefined ? {} : { instead }) }
}

/** A new card at the end of the field, or a touchpoint where the lane holds touchpoints. */
export function writeInto(session: MapSession, cell: MapCell): void {
  const lane = session.layout.get().lanes.find((each) => each.laneId === cell.laneId)
  if (lane === undefined || lane.tone.kind === 'curve' || lane.tone.kind === 'lineOfVisibility') return
  session.selection.set([])
  session.editing.set(
    lane.tone.kind === 'touchpoints'
      ? { draft: 'placement', activityId: cell.activityId }
      : { draft: 'card', cell, after: null },
  )
}
