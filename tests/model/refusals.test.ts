import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { editAgendaStep } from '../../src/model/commands/editAgendaStep.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editStage } from '../../src/model/commands/editStage.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import { linkRecords } from '../../src/model/commands/linkRecords.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { placeTouchpoint } from '../../src/model/commands/placeTouchpoint.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { column, emptyWorkshop, journeyOf, laneOf, must, newWorkshop } from './support/testWorkshop.ts'

const allBytes = (workshop: WorkshopDocument) =>
  Object.values(workshop.docs).map((doc) => Y.encodeStateAsUpdate(doc))

describe('a refused command', () => {
  const { workshop, actor } = newWorkshop()
  const activityId = column(workshop, actor, 'Ich warte')
  const journeyId = journeyOf(workshop).id
  const laneId = laneOf(workshop, 'ideas').id
  const gone = 'nobody' as never

  it.each([
    ['notFound', () => addCard(workshop, actor, { laneId, activityId: gone })],
    ['notFound', () => addCard(workshop, actor, { laneId: gone, activityId })],
    [
      'invalid',
      () => addCard(workshop, actor, { laneId, activityId, fields: { evidence: 'rumour' as never } }),
    ],
    [
      'invalid',
      () => addCard(workshop, actor, { laneId, activityId, fields: { authorIds: ['../x'] as never } }),
    ],
    ['invalid', () => addCard(workshop, actor, { laneId, activityId, text: 'x'.repeat(100_001) })],
    ['notFound', () => moveCards(workshop, actor, { cardIds: [gone], laneId, activityId })],
    ['notFound', () => addActivity(workshop, actor, { journeyId, phaseId: gone })],
    ['notFound', () => addActivity(workshop, actor, { journeyId: gone, phaseId: null })],
    ['notFound', () => editRecord(workshop, actor, { table: 'lanes', id: gone, patch: { title: 'x' } })],
    ['invalid', () => editRecord(workshop, actor, { table: 'lanes', id: laneId, patch: { colour: 'red' } })],
    [
      'invalid',
      () => editRecord(workshop, actor, { table: 'lanes', id: laneId, patch: { nonsense: 1 } as never }),
    ],
    [
      'invalid',
      () =>
        editRecord(workshop, actor, {
          table: 'lanes',
          id: laneId,
          patch: { title: undefined, order: '!' } as never,
        }),
    ],
    ['invalid', () => editText(workshop, actor, { table: 'lanes', id: laneId, field: 'title', text: 'x' })],
    [
      'invalid',
      () => linkRecords(workshop, actor, { table: 'activities', id: activityId, field: 'text', add: ['x'] }),
    ],
    ['invalid', () => joinPerson(workshop, actor, { name: '   ' })],
    ['invalid', () => editWorkshop(workshop, actor, { date: 'tomorrow' })],
    ['invalid', () => editStage(workshop, actor, { votesPerPerson: -1 })],
    ['invalid', () => editAgendaStep(workshop, actor, { stepId: '__proto__', patch: {} })],
    ['invalid', () => addComment(workshop, actor, { subject: { kind: 'workshop', id: '' }, text: ' ' })],
    ['notFound', () => addComment(workshop, actor, { subject: { kind: 'card', id: 'x' }, text: 'x' })],
    ['notFound', () => placeTouchpoint(workshop, actor, { touchpointId: gone, activityId })],
  ] as const)('[DOC7] with %s has changed nothing and says about what', (code, command) => {
    const before = allBytes(workshop)
    const result = command()
    expect(result).toMatchObject({ ok: false, error: { code } })
    if (!result.ok) expect(result.error.what).not.toBe('')
    expect(allBytes(workshop)).toEqual(before)
  })

  it('[DOC7] and a command that changes nothing writes nothing', () => {
    const before = allBytes(workshop)
    must(
      editRecord(workshop, actor, {
        table: 'lanes',
        id: laneId,
        patch: { title: laneOf(workshop, 'ideas').title, hidden: false },
      }),
    )
    must(editText(workshop, actor, { table: 'activities', id: activityId, field: 'text', text: 'Ich warte' }))
    expect(allBytes(workshop)).toEqual(before)
  })

  it('[SNAP3] a workshop without its template is simply empty', () => {
    expect(emptyWorkshop().snapshot().meta).toMatchObject({ workshopId: '', title: '' })
  })
})
