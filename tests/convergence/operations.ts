/** What a device can do in a run. Every operation picks what it works on from the device's own snapshot. */
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { addLane } from '../../src/model/commands/addLane.ts'
import { addPhase } from '../../src/model/commands/addPhase.ts'
import { addSketches } from '../../src/model/commands/addSketches.ts'
import { addTouchpoint } from '../../src/model/commands/addTouchpoint.ts'
import { agreeValue } from '../../src/model/commands/agreeValue.ts'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { importRecords } from '../../src/model/commands/importRecords.ts'
import { linkRecords } from '../../src/model/commands/linkRecords.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { mergeCards } from '../../src/model/commands/mergeCards.ts'
import { mergePersons } from '../../src/model/commands/mergePersons.ts'
import { moveActivities } from '../../src/model/commands/moveActivities.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { movePlacement } from '../../src/model/commands/movePlacement.ts'
import { placeTouchpoint } from '../../src/model/commands/placeTouchpoint.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { reorderRecord } from '../../src/model/commands/reorderRecord.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { mayUndoImport, undoImport } from '../../src/model/commands/undoImport.ts'
import { vote } from '../../src/model/commands/vote.ts'
import { createImportIds } from '../../src/model/importIds.ts'
import { binnedRecords } from '../../src/model/select/binnedRecords.ts'
import { orderedJourneys } from '../../src/model/select/journeys.ts'
import { withoutToken, withToken, wordsIn } from './tokens.ts'
import { actorOf, anyId, anyOf, anyPosition, cardTarget, type Turn, withWord } from './turn.ts'

const textTables = ['cards', 'activities'] as const
const deletable = [
  'cards',
  'cards',
  'activities',
  'lanes',
  'phases',
  'touchpoints',
  'placements',
  'sketches',
] as const

function typeInto(turn: Turn): void {
  const table = textTables[turn.pick(2)] ?? 'cards'
  const id = anyId(turn, table)
  const { workshop } = turn.replica
  const records: ReadonlyMap<string, { readonly text: string }> = workshop.snapshot()[table]
  const text = id === undefined ? undefined : records.get(id)?.text
  if (id === undefined || text === undefined) return
  const place = turn.pick(9)
  withWord(turn, (word) =>
    editText(workshop, actorOf(turn), { table, id, field: 'text', text: withToken(text, word, place) }),
  )
}

function deleteWord(turn: Turn): void {
  const id = anyId(turn, 'cards')
  const { workshop } = turn.replica
  const left =
    id === undefined ? null : withoutToken(workshop.snapshot().cards.get(id)?.text ?? '', turn.pick(9))
  if (id === undefined || left === null) return
  turn.tokens.wasDeleted(left.token)
  editText(workshop, actorOf(turn), { table: 'cards', id, field: 'text', text: left.text })
}

function replay(turn: Turn, way: 'undo' | 'redo'): void {
  const { workshop, history, name } = turn.replica
  const before = wordsIn(workshop.snapshot())
  history[way]()
  const after = wordsIn(workshop.snapshot())
  for (const word of before) if (!after.has(word)) turn.tokens.wasTakenBack(word, name)
}

function restore(turn: Turn): void {
  const { workshop } = turn.replica
  const entry = anyOf(turn, binnedRecords(workshop.snapshot()))
  if (entry !== undefined)
    restoreRecord(workshop, actorOf(turn), { table: entry.table, id: entry.id as never })
}

function importFile(turn: Turn): void {
  const { workshop } = turn.replica
  const ids = createImportIds(workshop.snapshot(), workshop.randomBytes)
  const names = ['web', 'app', 'counter'].slice(0, 1 + turn.pick(3))
  const records = names.map((name) => ({
    table: 'channels' as const,
    id: ids.idOf('channels', name),
    importKey: name,
    fields: { name },
  }))
  importRecords(workshop, actorOf(turn), { records, existing: 'keep', name: 'file.csv' })
}

function takeImportBack(turn: Turn): void {
  const { workshop } = turn.replica
  const own = [...workshop.snapshot().imports.values()].filter((each) => mayUndoImport(actorOf(turn), each))
  const imported = anyOf(turn, own)
  if (imported !== undefined) undoImport(workshop, actorOf(turn), { importId: imported.id })
}

/** Everything that is done between two commands of a gesture counts as one step of undo. */
function gesture(turn: Turn): void {
  turn.replica.history.gesture(() => {
    operations.addCard(turn)
    operations.editField(turn)
    operations.moveCards(turn)
  })
}

export const operations = {
  addCard: (turn: Turn) => {
    const target = cardTarget(turn)
    const position = anyPosition(turn, turn.replica.workshop.snapshot().cards.keys())
    withWord(turn, (text) =>
      addCard(turn.replica.workshop, actorOf(turn), {
        ...target,
        position,
        text,
        fields: { source: 'born' },
      }),
    )
  },
  moveCards: (turn: Turn) => {
    const cardIds = [anyId(turn, 'cards'), anyId(turn, 'cards')].filter((id) => id !== undefined)
    if (cardIds.length === 0) return
    const position = anyPosition(turn, turn.replica.workshop.snapshot().cards.keys())
    moveCards(turn.replica.workshop, actorOf(turn), {
      cardIds: [...new Set(cardIds)],
      ...cardTarget(turn),
      position,
    })
  },
  typeInto,
  deleteWord,
  editField: (turn: Turn) => {
    const id = anyId(turn, 'cards')
    if (id === undefined) return
    const patch =
      turn.pick(2) === 0
        ? { source: `by ${turn.replica.name}, ${turn.pick(1_000)}` }
        : { evidence: 'data' as const }
    editRecord(turn.replica.workshop, actorOf(turn), { table: 'cards', id, patch })
  },
  /** Everybody changes the same field of the same card. */
  contend: (turn: Turn) => {
    const [id] = [...turn.replica.workshop.snapshot().cards.keys()].sort()
    const patch = { source: `by ${turn.replica.name}, ${turn.pick(1_000)}` }
    if (id !== undefined) editRecord(turn.replica.workshop, actorOf(turn), { table: 'cards', id, patch })
  },
  link: (turn: Turn) => {
    const [id, personId] = [anyId(turn, 'cards'), anyId(turn, 'persons')]
    if (id === undefined || personId === undefined) return
    const way = turn.pick(3) === 0 ? { remove: [personId] } : { add: [personId] }
    linkRecords(turn.replica.workshop, actorOf(turn), { table: 'cards', id, field: 'authorIds', ...way })
  },
  addActivity: (turn: Turn) => {
    const journeyId = anyId(turn, 'journeys')
    if (journeyId === undefined) return
    const phaseId = turn.pick(3) === 0 ? null : (anyId(turn, 'phases') ?? null)
    const position = anyPosition(turn, turn.replica.workshop.snapshot().activities.keys())
    withWord(turn, (text) =>
      addActivity(turn.replica.workshop, actorOf(turn), { journeyId, phaseId, position, text }),
    )
  },
  moveActivity: (turn: Turn) => {
    const [journeyId, id] = [anyId(turn, 'journeys'), anyId(turn, 'activities')]
    if (journeyId === undefined || id === undefined) return
    const phaseId = turn.pick(5) === 0 ? null : (anyId(turn, 'phases') ?? null)
    const position = anyPosition(turn, turn.replica.workshop.snapshot().activities.keys())
    moveActivities(turn.replica.workshop, actorOf(turn), { activityIds: [id], journeyId, phaseId, position })
  },
  addFrame: (turn: Turn) => {
    const journeyId = anyId(turn, 'journeys')
    if (journeyId === undefined) return
    if (turn.pick(2) === 0) addLane(turn.replica.workshop, actorOf(turn), { journeyId, position: 'first' })
    else
      addPhase(turn.replica.workshop, actorOf(turn), {
        journeyId,
        fields: { title: `Phase ${turn.pick(99)}` },
      })
  },
  journey: (turn: Turn) => {
    const { workshop } = turn.replica
    const journeys = orderedJourneys(workshop.snapshot())
    const [, second] = journeys
    if (second === undefined) {
      const id = createRecord(workshop, actorOf(turn), {
        table: 'journeys',
        fields: { title: 'Zweite', order: 'z0V' },
      })
      if (id.ok) addPhase(workshop, actorOf(turn), { journeyId: id.value })
      if (id.ok) addLane(workshop, actorOf(turn), { journeyId: id.value })
    } else if (turn.pick(3) === 0)
      deleteRecords(workshop, actorOf(turn), { table: 'journeys', ids: [second.id] })
  },
  reorder: (turn: Turn) => {
    const table = turn.pick(2) === 0 ? 'lanes' : 'phases'
    const id = anyId(turn, table)
    const position = anyPosition(turn, turn.replica.workshop.snapshot()[table].keys())
    if (id !== undefined)
      reorderRecord(turn.replica.workshop, actorOf(turn), { table, id: id as never, position })
  },
  touchpoint: (turn: Turn) => {
    const { workshop } = turn.replica
    const [activityId, placementId, touchpointId] = [
      anyId(turn, 'activities'),
      anyId(turn, 'placements'),
      anyId(turn, 'touchpoints'),
    ]
    const choice = turn.pick(3)
    if (activityId === undefined) return
    if (choice === 0 || touchpointId === undefined)
      addTouchpoint(workshop, actorOf(turn), { fields: { name: 'T' }, activityId })
    else if (choice === 1) placeTouchpoint(workshop, actorOf(turn), { touchpointId, activityId })
    else if (placementId !== undefined) movePlacement(workshop, actorOf(turn), { placementId, activityId })
  },
  remove: (turn: Turn) => {
    const table = deletable[turn.pick(deletable.length)] ?? 'cards'
    const id = anyId(turn, table)
    if (id !== undefined) deleteRecords(turn.replica.workshop, actorOf(turn), { table, ids: [id as never] })
  },
  restore,
  mergeCards: (turn: Turn) => {
    const [keepId, mergeId] = [anyId(turn, 'cards'), anyId(turn, 'cards')]
    if (keepId !== undefined && mergeId !== undefined)
      mergeCards(turn.replica.workshop, actorOf(turn), { keepId, mergeIds: [mergeId] })
  },
  mergeActivities: (turn: Turn) => {
    const [keepId, mergeId] = [anyId(turn, 'activities'), anyId(turn, 'activities')]
    if (keepId === undefined || mergeId === undefined || turn.pick(3) > 0) return
    mergeActivities(turn.replica.workshop, actorOf(turn), { keepId, mergeIds: [mergeId] })
  },
  mergePersons: (turn: Turn) => {
    const [keepId, mergeId] = [anyId(turn, 'persons'), anyId(turn, 'persons')]
    if (keepId === undefined || mergeId === undefined || turn.pick(3) > 0) return
    mergePersons(turn.replica.workshop, actorOf(turn), { keepId, mergeId })
  },
  rate: (turn: Turn) => {
    const id = anyId(turn, 'activities')
    if (id === undefined) return
    const personId = anyId(turn, 'persons') ?? turn.replica.personId
    const view = turn.pick(2) === 0 ? 'inside' : 'outside'
    const value = turn.pick(8) === 0 ? null : 1 + turn.pick(10)
    rate(turn.replica.workshop, actorOf(turn), { subject: { kind: 'activity', id }, view, value, personId })
  },
  agree: (turn: Turn) => {
    const id = anyId(turn, 'activities')
    if (id === undefined) return
    agreeValue(turn.replica.workshop, actorOf(turn), {
      subject: { kind: 'activity', id },
      view: 'inside',
      value: 1 + turn.pick(10),
    })
  },
  vote: (turn: Turn) => {
    const id = anyId(turn, 'cards')
    if (id !== undefined)
      vote(turn.replica.workshop, actorOf(turn), {
        subject: { kind: 'card', id },
        change: turn.pick(4) === 0 ? -1 : 1,
      })
  },
  sketch: (turn: Turn) => {
    const place = {
      journeyId: anyId(turn, 'journeys') ?? null,
      activityId: null,
      laneId: null,
      x: turn.pick(99),
      y: 0,
      rotation: 0,
    }
    addSketches(turn.replica.workshop, actorOf(turn), {
      sketches: [{ place, points: [0, 0, 0.5, 3, 4, 0.5] }],
    })
  },
  comment: (turn: Turn) => {
    withWord(turn, (text) =>
      addComment(turn.replica.workshop, actorOf(turn), { subject: { kind: 'workshop', id: '' }, text }),
    )
  },
  importFile,
  takeImportBack,
  gesture,
  undo: (turn: Turn) => replay(turn, 'undo'),
  redo: (turn: Turn) => replay(turn, 'redo'),
  backAndForth: (turn: Turn) => {
    for (let count = turn.pick(4); count >= 0; count -= 1) replay(turn, 'undo')
    for (let count = turn.pick(4); count >= 0; count -= 1) replay(turn, 'redo')
  },
} as const

export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as readonly OperationName[]
