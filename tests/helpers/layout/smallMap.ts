/** A small map to reckon with: text of 1 mm, columns of 10 mm, two lanes, three phases, a few cards. */
import { layoutMap } from '../../../src/layout/layoutMap.ts'
import type { MapLayout } from '../../../src/layout/mapLayout.ts'
import { type MapOptions, mapOptions } from '../../../src/layout/mapOptions.ts'
import type { JourneyId } from '../../../src/model/records/journey.ts'
import { germanLabels } from './germanLabels.ts'
import { type PlainTables, plainSnapshot } from './plainSnapshot.ts'
import { ruler } from './ruler.ts'

export const journeyId = 'j' as JourneyId

export function lay(tables: PlainTables, choices: Partial<MapOptions> = {}): MapLayout {
  const options = mapOptions(
    { journeyId, metrics: ruler, labels: germanLabels },
    { textSize: 1, columnWidth: 10, showHeader: false, showLegend: false, inviting: false, ...choices },
  )
  return layoutMap(plainSnapshot({ journeys: [{ id: 'j' }], ...tables }), options)
}

export const phase = (id: string, order: string) => ({ id, journeyId, title: `Phase ${id}`, order })
export const activity = (id: string, phaseId: string | null, order: string) => ({
  id,
  text: `Ich ${id}.`,
  place: { journeyId, phaseId, order },
})
export const lane = (id: string, order: string, kind = 'own') => ({
  id,
  journeyId,
  kind: kind as never,
  title: id,
  order,
})
export const card = (
  id: string,
  laneId: string | null,
  activityId: string | null,
  order: string,
  text = id,
) => ({
  id,
  text,
  place: { laneId, activityId, order },
})

export const small: PlainTables = {
  phases: [phase('p2', 'b'), phase('p1', 'a'), phase('p3', 'c')],
  activities: [activity('a3', 'p2', 'c'), activity('a1', 'p1', 'a'), activity('a2', 'p1', 'b')],
  lanes: [lane('l2', 'b'), lane('l1', 'a')],
  cards: [card('c2', 'l1', 'a1', 'b'), card('c1', 'l1', 'a1', 'a'), card('c3', 'l2', 'a3', 'a')],
}

export const textOf = (block: { readonly lines: readonly { readonly text: string }[] }) =>
  block.lines.map(({ text }) => text)
