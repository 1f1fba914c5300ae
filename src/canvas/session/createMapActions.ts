/**
 * Turns gestures into commands of the model, one gesture one step of undo. What the model refuses is handed to the app
 * with its reason; the gesture then changed nothing.
 */
import { sketchPlaceFor } from '../../layout/placeSketches.ts'
import type { CommandResult } from '../../model/commandResult.ts'
import { addActivity } from '../../model/commands/addActivity.ts'
import { addCard } from '../../model/commands/addCard.ts'
import { addLane } from '../../model/commands/addLane.ts'
import { addPhase } from '../../model/commands/addPhase.ts'
import { addSketches } from '../../model/commands/addSketches.ts'
import { addTouchpoint } from '../../model/commands/addTouchpoint.ts'
import { agreeValue } from '../../model/commands/agreeValue.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { editText } from '../../model/commands/editText.ts'
import { rate } from '../../model/commands/rate.ts'
import { withdrawRating } from '../../model/commands/withdrawRating.ts'
import type { SketchId } from '../../model/records/sketch.ts'
import type { Point } from '../camera/units.ts'
import type { Draft } from '../edit/EditTarget.ts'
import type { MapActions } from '../MapActions.ts'
import type { MapText } from '../MapCanvasProps.ts'
import type { ActionContext } from './ActionContext.ts'
import { dragPin } from './dragPin.ts'
import { moveItems } from './moveItems.ts'
import { removeItems } from './removeItems.ts'

export function createMapActions(context: ActionContext): MapActions {
  const { workshop, history } = context
  const done = <T>(result: CommandResult<T>): T | null => {
    if (result.ok) return result.value
    context.onRefused(result.error)
    return null
  }
  return {
    create: (draft, text) => createFrom(context, draft, text, done),
    addCards: (cell, texts) =>
      history.gesture(() => {
        for (const text of texts)
          if (done(addCard(workshop, context.actor(), { ...cell, text })) === null) return
      }),
    write: (text, value) => void done(writeText(context, text, value)),
    move: (items, target) => history.gesture(() => void done(moveItems(context, items, target))),
    remove: (items) => history.gesture(() => void done(removeItems(context, items))),
    rate: (subject, value) =>
      void done(rate(workshop, context.actor(), { subject, view: context.ratingView(), value })),
    withdrawRating: (key) => void done(withdrawRating(workshop, context.actor(), { key })),
    agree: (activityId, view, value) =>
      void done(
        agreeValue(workshop, context.actor(), { subject: { kind: 'activity', id: activityId }, view, value }),
      ),
    addCurve: (journeyId, title) =>
      void done(addLane(workshop, context.actor(), { journeyId, fields: { kind: 'curve', title } })),
    dragPin: (activityId, view, value) => dragPin(context, { activityId, view, value }, done),
    sketch: (stroke) => {
      const { place, points } = sketchPlaceFor(stroke.points, context.layout())
      const { pen, colour, width } = stroke
      const sketch = { kind: 'draw', place, points, pen, colour, strokeWidth: width } as const
      done(addSketches(workshop, context.actor(), { sketches: [sketch] }))
    },
    moveSketches: (ids, by) => history.gesture(() => void done(moveSketches(context, ids, by))),
    undo: () => void history.undo(),
    redo: () => void history.redo(),
  }
}

type Done = <T>(result: CommandResult<T>) => T | null

function createFrom(context: ActionContext, draft: Draft, text: string, done: Done): MapText | null {
  const { workshop } = context
  const actor = context.actor()
  const journeyId = context.journeyId()
  switch (draft.draft) {
    case 'card': {
      const position = draft.after === null ? 'last' : { after: draft.after }
      const id = done(addCard(workshop, actor, { ...draft.cell, position, text }))
      return id === null ? null : { kind: 'card', id }
    }
    case 'placement': {
      const added = done(
        addTouchpoint(workshop, actor, { fields: { name: text }, activityId: draft.activityId }),
      )
      return added === null || added.placementId === null
        ? null
        : { kind: 'placement', id: added.placementId }
    }
    case 'activity': {
      const position = draft.before === null ? 'last' : { before: draft.before }
      const id = done(addActivity(workshop, actor, { journeyId, phaseId: draft.phaseId, position, text }))
      return id === null ? null : { kind: 'activity', id }
    }
    case 'phase': {
      const position = draft.before === null ? 'last' : { before: draft.before }
      const id = done(addPhase(workshop, actor, { journeyId, position, fields: { title: text } }))
      return id === null ? null : { kind: 'phase', id }
    }
  }
}

function writeText(context: ActionContext, text: MapText, value: string): CommandResult<unknown> {
  const { workshop } = context
  const actor = context.actor()
  switch (text.kind) {
    case 'card':
      return editText(workshop, actor, { table: 'cards', id: text.id, field: 'text', text: value })
    case 'activity':
      return editText(workshop, actor, { table: 'activities', id: text.id, field: 'text', text: value })
    case 'phase':
      return editRecord(workshop, actor, { table: 'phases', id: text.id, patch: { title: value } })
    case 'lane':
      return editRecord(workshop, actor, { table: 'lanes', id: text.id, patch: { title: value } })
    case 'placement': {
      const touchpointId = workshop.snapshot().placements.get(text.id)?.touchpointId ?? null
      if (touchpointId === null)
        return { ok: false, error: { code: 'notFound', what: `placements/${text.id}` } }
      return editRecord(workshop, actor, { table: 'touchpoints', id: touchpointId, patch: { name: value } })
    }
  }
}

function moveSketches(context: ActionContext, ids: readonly SketchId[], by: Point): CommandResult<unknown> {
  const { workshop } = context
  const actor = context.actor()
  for (const sketch of context.sketches()) {
    const record = workshop.snapshot().sketches.get(sketch.sketchId)
    if (record === undefined || !ids.includes(sketch.sketchId)) continue
    const moved = sketch.points.map((point) => ({ ...point, x: point.x + by.x, y: point.y + by.y }))
    const { place } = sketchPlaceFor(moved, context.layout())
    const patch = { place: { ...place, order: record.place.order } }
    const result = editRecord(workshop, actor, { table: 'sketches', id: sketch.sketchId, patch })
    if (!result.ok) return result
  }
  return { ok: true, value: null }
}
