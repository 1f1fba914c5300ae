import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyImport } from '../../src/exchange/applyImport.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { keyOf } from './expectedResults.ts'
import { emptyWorkshop, importInto, planOf } from './importedSample.ts'
import { type Contents, filesOf, sampleContents, sampleWith, zipFileOf } from './sample.ts'

const contents = sampleContents()

describe('importing again', { timeout: 60_000 }, () => {
  const stateOf = (workshop: WorkshopDocument) => Y.encodeStateAsUpdate(workshop.docs.map)

  it('the same files changes nothing at all', async () => {
    const workshop = emptyWorkshop()
    await importInto(workshop, filesOf(contents))
    const before = stateOf(workshop)
    const again = await importInto(workshop, [zipFileOf(contents)])
    expect(again).toMatchObject({ ok: true, value: { created: 0, updated: 0 } })
    const following = await importInto(workshop, filesOf(contents), { existing: 'update' })
    expect(following).toMatchObject({ ok: true, value: { created: 0, updated: 0 } })
    expect(stateOf(workshop)).toEqual(before)
  })

  const more: Contents = sampleWith('cards.csv', (text) =>
    text
      .replace('Fernweh 😀', 'Heimweh')
      .replace(
        'c-traum-f3,l-gefuehle,a-traum,3,',
        'c-new,l-gefuehle,a-traum,3,Dazwischen,Neue Person,quote,\r\nc-traum-f3,l-gefuehle,a-traum,4,',
      ),
  )

  it.each([
    ['keep', 'Fernweh 😀'],
    ['update', 'Heimweh'],
  ] as const)(
    'a longer file adds what is new in its place; with "%s" the changed card says %s',
    async (existing, text) => {
      const workshop = emptyWorkshop()
      await importInto(workshop, filesOf(contents))
      const report = await importInto(workshop, filesOf(more), { existing })
      expect(report).toMatchObject({ ok: true, value: { created: 2, updated: existing === 'keep' ? 0 : 1 } })
      const s = workshop.snapshot()
      const cards = [...s.cards.values()]
        .filter(
          ({ place }) =>
            keyOf(s, 'lanes', place.laneId) === 'l-gefuehle' &&
            keyOf(s, 'activities', place.activityId) === 'a-traum',
        )
        .toSorted((a, b) => (a.place.order < b.place.order ? -1 : 1))
      expect(cards.map(({ importKey }) => importKey)).toEqual([
        'c-traum-f1',
        'c-traum-f2',
        'c-new',
        'c-traum-f3',
      ])
      expect(cards[1]?.text).toBe(text)
    },
  )

  it('takes somebody who joined before under the same name for the same person', async () => {
    const workshop = emptyWorkshop()
    const joined = joinPerson(workshop, { personId: null }, { name: 'Uwe (Bahnhof)' })
    await importInto(workshop, filesOf(contents))
    const s = workshop.snapshot()
    expect([...s.persons.values()].filter(({ name }) => name === 'Uwe (Bahnhof)')).toHaveLength(1)
    const uwe = joined.ok ? joined.value : ''
    expect([...s.cards.values()].filter(({ authorIds }) => authorIds[0] === uwe)).toHaveLength(75)
    expect([...s.ratings.values()].filter(({ personId }) => personId === uwe)).toHaveLength(63)
  })

  it('a plan is written in whole or not at all', async () => {
    const workshop = emptyWorkshop()
    const plan = await planOf(filesOf(contents))
    const before = stateOf(workshop)
    const reader = applyImport(plan, workshop, { personId: null, mayWrite: [] })
    expect(reader).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(stateOf(workshop)).toEqual(before)
  })
})
