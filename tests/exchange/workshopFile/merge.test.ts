import { describe, expect, it } from 'vitest'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { mergeWorkshopFile, previewMerge } from '../../../src/exchange/workshopFile/mergeWorkshopFile.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import type { WorkshopFile } from '../../../src/exchange/workshopFile/workshopFile.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { editText } from '../../../src/model/commands/editText.ts'
import { restoreRecord } from '../../../src/model/commands/restoreRecord.ts'
import { createUndo } from '../../../src/model/undo.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { checkInvariants } from '../../convergence/invariants.ts'
import { operationNames, operations } from '../../convergence/operations.ts'
import { createReplicas, type Replica } from '../../convergence/replicas.ts'
import { createTokens } from '../../convergence/tokens.ts'
import { bring, emptyWorkshop, newWorkshop, seededNumbers } from '../../model/support/testWorkshop.ts'
import { addOneCard, bytesOf, must, workshopWithPicture } from './smallWorkshop.ts'

async function fileOf(workshop: WorkshopDocument): Promise<WorkshopFile> {
  return must(await readWorkshopFile(await bytesOf(workshop)))
}

/** The same workshop on a second device. */
async function twoDevices() {
  const here = await workshopWithPicture()
  const workshop = emptyWorkshop(99)
  bring(here.workshop, workshop)
  return { here, there: { workshop, personId: here.personId } }
}

describe('merging a workshop file', { timeout: 120_000 }, () => {
  it('says beforehand what will come in, per kind, and changes nothing by looking', async () => {
    const { here, there } = await twoDevices()
    const [first, second, third] = [...there.workshop.snapshot().cards.keys()]
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cards')
    must(deleteRecords(here.workshop, here, { table: 'cards', ids: [third] }))
    bring(here.workshop, there.workshop)
    addOneCard(there, 'neu')
    addOneCard(there, 'auch neu')
    must(editText(there.workshop, there, { table: 'cards', id: first, field: 'text', text: 'anders' }))
    must(deleteRecords(there.workshop, there, { table: 'cards', ids: [second] }))
    must(restoreRecord(there.workshop, there, { table: 'cards', id: third }))
    const before = here.workshop.snapshot()
    const preview = must(previewMerge(here.workshop, await fileOf(there.workshop)))
    expect(preview).toEqual({
      bringsChanges: true,
      changes: [{ kind: 'cards', added: 2, changed: 1, binned: 1, restored: 1 }],
      needsNewerApp: false,
    })
    expect(here.workshop.snapshot()).toBe(before)
  })

  it('finds nothing in a file that was merged before, or that is older', async () => {
    const { here, there } = await twoDevices()
    const old = await fileOf(there.workshop)
    addOneCard(there, 'neu')
    const file = await fileOf(there.workshop)
    mergeWorkshopFile(here.workshop, file)
    for (const again of [file, old]) {
      expect(must(previewMerge(here.workshop, again))).toMatchObject({ bringsChanges: false, changes: [] })
    }
  })

  it('refuses the file of another workshop', async () => {
    const { here } = await twoDevices()
    const stranger = newWorkshop(77)
    const preview = previewMerge(here.workshop, await fileOf(stranger.workshop))
    expect(preview).toMatchObject({ ok: false, error: { code: 'otherWorkshop' } })
  })

  it('is never taken back by undo, and one’s own work still is', async () => {
    const { here, there } = await twoDevices()
    const history = createUndo(here.workshop)
    addOneCard(there, 'aus der Datei')
    addOneCard(here, 'von mir')
    mergeWorkshopFile(here.workshop, await fileOf(there.workshop))
    while (history.canUndo()) history.undo()
    const texts = [...here.workshop.snapshot().cards.values()].map(({ text }) => text)
    expect(texts).toContain('aus der Datei')
    expect(texts).not.toContain('von mir')
    expect(texts).toHaveLength(21)
  })

  it('says when somebody works with a newer app, after which this one only looks', async () => {
    const { here, there } = await twoDevices()
    there.workshop.docs.map.getMap('meta').set('minWriter', 99)
    expect(must(previewMerge(here.workshop, await fileOf(there.workshop))).needsNewerApp).toBe(true)
  })

  for (const seed of [1, 22, 333]) {
    it(`of 8 devices that worked apart gives all the same, in any order and twice (seed ${seed})`, async () => {
      const replicas = createReplicas(8, seed)
      const tokens = createTokens()
      const next = seededNumbers(seed)
      for (let turn = 0; turn < 1_600; turn += 1) work(replicas[turn % 8], next, tokens)
      const files = await Promise.all(replicas.map(({ workshop }) => fileOf(workshop)))
      for (const { workshop } of replicas) {
        for (const file of shuffled([...files, ...files], next)) mergeWorkshopFile(workshop, file)
      }
      const workshops = replicas.map(({ workshop }) => workshop)
      checkInvariants(workshops, tokens.owed(), new Set())
      expect(new Set(workshops.map((workshop) => writeJson(workshop.snapshot()))).size).toBe(1)
    })
  }
})

function work(
  replica: Replica | undefined,
  next: () => number,
  tokens: ReturnType<typeof createTokens>,
): void {
  const operation = operationNames[Math.floor(next() * operationNames.length)]
  if (replica === undefined || operation === undefined) throw new Error('nobody works')
  replica.clock.pass(Math.floor(next() * 5_000))
  operations[operation]({ replica, tokens, pick: (choices) => Math.floor(next() * choices) })
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
