/** A small workshop with everything a gesture can meet, laid out with a ruler, and the actions bound to it. */
import { translator } from '../../../src/i18n/translate.ts'
import { placeSketches } from '../../../src/layout/placeSketches.ts'
import { layoutMap } from '../../../src/layout/layoutMap.ts'
import { mapOptions } from '../../../src/layout/mapOptions.ts'
import type { CommandError } from '../../../src/model/commandResult.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { addTouchpoint } from '../../../src/model/commands/addTouchpoint.ts'
import { addActivity } from '../../../src/model/commands/addActivity.ts'
import type { LaneKind } from '../../../src/model/records/lane.ts'
import { orderedSketches } from '../../../src/model/select/orderedSketches.ts'
import { createUndo } from '../../../src/model/undo.ts'
import { createMapActions } from '../../../src/canvas/session/createMapActions.ts'
import { germanLabels } from '../../helpers/layout/germanLabels.ts'
import { ruler } from '../../helpers/layout/ruler.ts'
import { column, journeyOf, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'

export function mapFixture() {
  const { workshop, actor } = newWorkshop(7)
  const journeyId = journeyOf(workshop).id
  const first = column(workshop, actor, 'Ich suche', 0)
  const second = column(workshop, actor, 'Ich buche', 0)
  const third = column(workshop, actor, 'Ich fahre', 1)
  const piled = must(addActivity(workshop, actor, { journeyId, phaseId: null, text: 'Ich warte' }))
  const lane = (kind: LaneKind) => laneOf(workshop, kind).id
  const card = (kind: LaneKind, activityId: typeof first, text: string) =>
    must(addCard(workshop, actor, { laneId: lane(kind), activityId, text }))
  const touchpoint = must(addTouchpoint(workshop, actor, { fields: { name: 'App' }, activityId: first }))
  if (touchpoint.placementId === null) throw new Error('the touchpoint has a place')
  const ids = {
    first,
    second,
    third,
    piled,
    upper: card('ideas', first, 'oben'),
    lower: card('ideas', first, 'unten'),
    other: card('ideas', second, 'nebenan'),
    placement: touchpoint.placementId,
  }
  const refused: CommandError[] = []
  const history = createUndo(workshop)
  const layout = () =>
    layoutMap(workshop.snapshot(), mapOptions({ journeyId, metrics: ruler, labels: germanLabels }))
  const sketches = () => placeSketches(orderedSketches(workshop.snapshot()), layout(), ruler)
  const actions = createMapActions({
    workshop,
    history,
    layout,
    sketches,
    journeyId: () => journeyId,
    actor: () => actor,
    ratingView: () => 'inside',
    onRefused: (error) => refused.push(error),
    t: () => translator('de'),
    locale: () => 'de',
  })
  return { workshop, actor, journeyId, ids, lane, layout, sketches, actions, history, refused }
}

export type MapFixture = ReturnType<typeof mapFixture>

export function centre(rect: { x: number; y: number; width: number; height: number } | null | undefined) {
  if (rect === undefined || rect === null) throw new Error('it is on the map')
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}
