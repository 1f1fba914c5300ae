import { describe, expect, it } from 'vitest'
import { applyToNew } from '../../../src/exchange/applyToNew.ts'
import { planFiles } from '../../../src/exchange/planFiles.ts'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { addComment } from '../../../src/model/commands/addComment.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { editAgendaStep } from '../../../src/model/commands/editAgendaStep.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { resolveComment } from '../../../src/model/commands/resolveComment.ts'
import { setLock } from '../../../src/model/commands/setLock.ts'
import { restoreRecord } from '../../../src/model/commands/restoreRecord.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { complaints, fileOf, texts } from '../imported.ts'
import { emptyWorkshop } from '../importedSample.ts'

/** A workshop with everything that is not on the map. */
function lively() {
  const { workshop, actor } = newWorkshop()
  const laneId = laneOf(workshop, 'ideas').id
  const activityId = column(workshop, actor, 'Suchen')
  const kept = must(addCard(workshop, actor, { laneId, activityId, text: 'bleibt' } as never))
  const gone = must(addCard(workshop, actor, { laneId, activityId, text: 'weg' } as never))
  must(editWorkshop(workshop, actor, { goal: 'Verstehen', place: 'Aachen' } as never))
  must(editAgendaStep(workshop, actor, { stepId: 'goal', patch: { title: 'Ziel und Regeln', minutes: 12 } }))
  must(setLock(workshop, actor, { laneId, locked: true }))
  const said = must(
    addComment(workshop, actor, {
      subject: { kind: 'card', id: kept },
      text: 'Stimmt das?',
      authorName: 'Renate',
    } as never),
  )
  must(
    addComment(workshop, actor, {
      subject: { kind: 'card', id: kept },
      text: 'Ja.',
      replyTo: said,
      authorName: 'Anna',
    } as never),
  )
  must(resolveComment(workshop, actor, { commentId: said, resolved: true, name: 'Anna' } as never))
  must(deleteRecords(workshop, actor, { table: 'activities', ids: [activityId] }))
  must(restoreRecord(workshop, actor, { table: 'activities', id: activityId }))
  must(deleteRecords(workshop, actor, { table: 'cards', ids: [gone] } as never))
  return workshop
}

async function made(json: string) {
  const plan = await planFiles([fileOf('a.json', json)], texts)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  const workshop = emptyWorkshop()
  must(applyToNew(plan.value, workshop, { personId: null }))
  return { workshop, plan: plan.value }
}

type Loose = Readonly<Record<string, unknown>>
const withoutTimes = (json: string) =>
  JSON.parse(json, (key, value: unknown) =>
    key === 'createdAt' || key === 'createdBy' ? undefined : value,
  ) as Loose

describe('JSON of a whole workshop', { timeout: 60_000 }, () => {
  it('makes the same workshop: settings, agenda, locks, comments and the bin', async () => {
    const json = writeJson(lively().snapshot())
    const { workshop } = await made(json)
    const out = writeJson(workshop.snapshot())
    expect(withoutTimes(out)).toEqual(withoutTimes(json))
    const s = workshop.snapshot()
    const said = (words: string) => [...s.comments.values()].find(({ text }) => text === words)
    expect(s.cards.get(said('Stimmt das?')?.subjectId as never)?.text).toBe('bleibt')
    expect(said('Ja.')?.replyTo).toBe(said('Stimmt das?')?.id)
    expect(said('Ja.')?.createdAt).toBeGreaterThan(0)
    expect([...s.bin.cards.values()].map(({ text }) => text)).toEqual(['weg'])
    expect(s.meta.goal).toBe('Verstehen')
    expect([...s.locks.values()].map(({ subjectId }) => subjectId)).toEqual([laneOf(workshop, 'ideas').id])
    expect([...s.agendaSteps.values()].map(({ title }) => title)).toEqual(['Ziel und Regeln'])
    const [binned] = s.bin.cards.values()
    must(restoreRecord(workshop, { personId: null }, { table: 'cards', id: binned?.id } as never))
    const back = workshop.snapshot().cards.get(binned?.id as never)
    expect(back?.place.laneId).toBe(laneOf(workshop, 'ideas').id)
  })

  it('says what stays out of an open workshop, before anything happens', async () => {
    const { plan } = await made(writeJson(lively().snapshot()))
    expect(plan.document?.rest?.notices.map(({ path, value }) => `${path ?? ''} ${value ?? ''}`)).toEqual([
      'records.comments 2',
      'bin.cards 1',
      'entries.agendaSteps 1',
      'entries.locks 1',
    ])
  })

  it('checks that as strictly as the map', async () => {
    const json = writeJson(lively().snapshot())
    const broken = json.replace('"minutes": 12', '"minutes": "soon"')
    expect(broken).not.toBe(json)
    expect((await complaints(fileOf('a.json', broken)))[0]).toContain(
      'entries.agendaSteps[0].minutes: "soon" is not possible here.',
    )
    const bin = json.replace('"text": "weg"', '"text": 7')
    expect((await complaints(fileOf('a.json', bin)))[0]).toContain(
      'bin.cards[0].text: 7 is not possible here.',
    )
  })
})
