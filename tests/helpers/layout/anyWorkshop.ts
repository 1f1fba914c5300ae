/** Workshops of every shape for property tests: empty phases, gone lanes, cards without a place, odd texts. */
import fc from 'fast-check'
import type { PlainTables } from './plainSnapshot.ts'

const word = fc.constantFrom(
  'Ich',
  'suche',
  'Gleis',
  'und',
  'Abschnitt',
  'Verspätungsbestätigung',
  'https://www.bahn.example/hilfe/erstattung?fall=unterwegs',
  '😀',
  '👩‍👩‍👧‍👦',
  '-',
  'Łódź',
  '\n',
  '\t',
  '=SUM(A1)',
  '„Jetzt?“',
)
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '))
const order = fc.integer({ min: 0, max: 61 * 61 }).map((value) => `a${value.toString(36).padStart(3, '0')}`)
const kind = fc.constantFrom('own', 'touchpoints', 'painPoints', 'curve', 'ideas', 'lineOfVisibility')

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

interface Counts {
  readonly phases: number
  readonly activities: number
  readonly lanes: number
  readonly cards: number
  readonly touchpoints: number
}

const counts: fc.Arbitrary<Counts> = fc.record({
  phases: fc.integer({ min: 0, max: 4 }),
  activities: fc.integer({ min: 0, max: 9 }),
  lanes: fc.integer({ min: 0, max: 5 }),
  cards: fc.integer({ min: 0, max: 40 }),
  touchpoints: fc.integer({ min: 0, max: 6 }),
})

function recordsOf<T>(
  prefix: string,
  count: number,
  record: fc.Arbitrary<T>,
): fc.Arbitrary<(T & { id: string })[]> {
  return fc
    .array(record, { minLength: count, maxLength: count })
    .map((records) => records.map((each, index) => ({ ...each, id: `${prefix}${index}` })))
}

function tablesOf(count: Counts): fc.Arbitrary<PlainTables> {
  const any = (prefix: string, size: number) =>
    fc.constantFrom<(string | null)[]>(null, 'gone', ...ids(prefix, size))
  const phases = recordsOf('p', count.phases, fc.record({ title: text, order, journeyId: fc.constant('j') }))
  const place = fc.record({ journeyId: fc.constant('j'), phaseId: any('p', count.phases), order })
  const activities = recordsOf('a', count.activities, fc.record({ text, place, momentOfTruth: fc.boolean() }))
  const lanes = recordsOf(
    'l',
    count.lanes,
    fc.record({ kind, title: text, order, journeyId: fc.constant('j') }),
  )
  const home = fc.record({
    laneId: any('l', count.lanes),
    activityId: any('a', count.activities),
    placementId: any('q', count.touchpoints),
    order,
  })
  const cards = recordsOf(
    'c',
    count.cards,
    fc.record({ text, place: home, authorIds: fc.subarray(ids('u', 6)) }),
  )
  const touchpoints = recordsOf(
    't',
    count.touchpoints,
    fc.record({ name: text, channelId: any('h', 2), painPoint: fc.boolean() }),
  )
  const spot = fc.record({ activityId: any('a', count.activities), order })
  const placements = recordsOf(
    'q',
    count.touchpoints,
    fc.record({ touchpointId: any('t', count.touchpoints), place: spot }),
  )
  return fc.record({ phases, activities, lanes, cards, touchpoints, placements }).map((tables) => ({
    ...(tables as PlainTables),
    journeys: [{ id: 'j', title: 'Fernreise', personaIds: ['per'] }],
    personas: [{ id: 'per', name: 'Katrin Işık', quote: '„Ruhe.“' }],
    persons: ids('u', 6).map((id, index) => ({ id, name: `Person ${index} (Bahnhof)` })),
    channels: ids('h', 2).map((id, index) => ({ id, name: `Kanal ${index}`, code: `K${index}` })),
  }))
}

export const anyWorkshop: fc.Arbitrary<PlainTables> = counts.chain(tablesOf)
