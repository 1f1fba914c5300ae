/**
 * An app one version newer and one older in the same workshop, offline on both sides. The newer one is played on the
 * bytes (there is no second schema yet); the older one is recorded: `schema-1-offline.json` holds what an app of schema 1
 * wrote on top of the golden document while it was offline. `GOLDEN=write` records a missing file, never again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fileOfWorkshop } from '../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { mergeWorkshopFile, previewMerge } from '../../src/exchange/workshopFile/mergeWorkshopFile.ts'
import { readWorkshopFile } from '../../src/exchange/workshopFile/readWorkshopFile.ts'
import { writeWorkshopFile } from '../../src/exchange/workshopFile/writeWorkshopFile.ts'
import type { Actor } from '../../src/model/actor.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import { mergeCards } from '../../src/model/commands/mergeCards.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { restoreVersion } from '../../src/model/commands/restoreVersion.ts'
import { type DocumentName, documentNames } from '../../src/model/documentName.ts'
import { origins } from '../../src/model/origins.ts'
import { createUndo } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { mergeCollected } from '../../src/storage/mergeUpdates.ts'
import { demandNewerWriter, newerWork, workOfNewerApp } from './support/newerApp.ts'
import {
  bring,
  column,
  contentOf,
  emptyWorkshop,
  laneOf,
  must,
  newWorkshop,
  otherDevice,
  reloaded,
} from './support/testWorkshop.ts'

const WORDS = ['Unterwegs getippt', 'Eine Karte von unterwegs', 'Eine Spalte von unterwegs']

/** Everything that people do on a map, by an app that does not know what the newer one has written. */
function workOffline(older: WorkshopDocument, actor: Actor): void {
  const [first, second, third] = [...older.snapshot().cards.values()].map(({ id }) => id)
  if (first === undefined) throw new Error('there is nothing to work on')
  const activity = column(older, actor, 'Eine Spalte von unterwegs')
  must(editText(older, actor, { table: 'cards', id: first, field: 'text', text: WORDS[0] ?? '' }))
  const laneId = laneOf(older, 'ideas').id
  must(addCard(older, actor, { laneId, activityId: activity, text: WORDS[1] ?? '' }))
  must(moveCards(older, actor, { cardIds: [first], laneId, activityId: activity, position: 'first' }))
  must(rate(older, actor, { subject: { kind: 'activity', id: activity }, view: 'inside', value: 7 }))
  if (second === undefined || third === undefined) return
  must(mergeCards(older, actor, { keepId: first, mergeIds: [second] }))
  must(deleteRecords(older, actor, { table: 'cards', ids: [third] }))
  must(restoreRecord(older, actor, { table: 'cards', id: third }))
  const history = createUndo(older)
  must(editWorkshop(older, actor, { title: 'Vertippt' }))
  history.undo()
  history.redo()
  history.undo()
  history.destroy()
}

function expectWordsOfOlder(workshop: WorkshopDocument): void {
  const { cards, activities } = workshop.snapshot()
  const texts = [...cards.values(), ...activities.values()].map(({ text }) => text).join('\n')
  for (const word of WORDS) expect(texts).toContain(word)
}

function apart() {
  const { workshop: older, actor } = newWorkshop(31)
  const activityId = column(older, actor, 'Ich buche')
  for (const text of ['eins', 'zwei', 'drei']) {
    must(addCard(older, actor, { laneId: laneOf(older, 'ideas').id, activityId, text }))
  }
  const newer = otherDevice(older, 32)
  workOfNewerApp(newer, 'vorher')
  bring(newer, older)
  return { older, newer, actor }
}

describe('an older and a newer app in one workshop, both offline', () => {
  it.each(['the older', 'the newer'])(
    '[DOC4] lose nothing of each other when %s comes back first',
    (first) => {
      const { older, newer, actor } = apart()
      workOffline(older, actor)
      workOfNewerApp(newer, 'nachher')
      const written = newerWork(newer)
      const order = first === 'the older' ? [older, newer] : [newer, older]
      for (let round = 0; round < 2; round += 1) {
        const [one, two] = order
        if (one === undefined || two === undefined) throw new Error('two devices')
        bring(one, two)
        bring(two, one)
      }
      expect(contentOf(older)).toEqual(contentOf(newer))
      for (const device of [older, newer, reloaded(older)]) {
        expect(newerWork(device)).toEqual(written)
        expectWordsOfOlder(device)
      }
    },
  )

  it('[DOC4] also when the older one brings back an earlier version of the map', () => {
    const { older, newer, actor } = apart()
    const before = reloaded(older).snapshot()
    workOffline(older, actor)
    must(restoreVersion(older, actor, before))
    workOfNewerApp(newer, 'nachher')
    const written = newerWork(newer)
    bring(older, newer)
    expect(newerWork(newer)).toEqual(written)
  })

  it('[DOC4] also when the older one compacts its log and reads it again', () => {
    const { older, newer, actor } = apart()
    const written = newerWork(newer)
    workOffline(older, actor)
    const compacted = emptyWorkshop(33)
    for (const name of documentNames) {
      const log = mergeCollected([Y.encodeStateAsUpdate(older.docs[name])])
      Y.applyUpdate(compacted.docs[name], log, origins.storage)
    }
    expect(newerWork(compacted)).toEqual(written)
    expect(contentOf(compacted)).toEqual(contentOf(older))
  })
})

describe('an older app in a workshop that has come to need a newer one', () => {
  function late() {
    const { older, newer, actor } = apart()
    const history = createUndo(older)
    workOffline(older, actor)
    must(editWorkshop(older, actor, { title: 'Von unterwegs' }))
    workOfNewerApp(newer, 'nachher')
    demandNewerWriter(newer)
    return { older, newer, actor, history }
  }

  it('[DOC6] keeps and passes on what it wrote before it knew', () => {
    const { older, newer } = late()
    const written = newerWork(newer)
    bring(newer, older)
    bring(older, newer)
    for (const device of [older, newer]) {
      expect(newerWork(device)).toEqual(written)
      expectWordsOfOlder(device)
      expect(device.snapshot().meta).toMatchObject({ title: 'Von unterwegs', minWriter: 2 })
    }
  })

  it('[DOC6] only reads from then on: no command and no undo changes a byte', () => {
    const { older, newer, actor, history } = late()
    expect(history.canUndo()).toBe(true)
    bring(newer, older)
    const bytes = documentNames.map((name) => Y.encodeStateAsUpdate(older.docs[name]))
    const [cardId] = older.snapshot().cards.keys()
    const subject = { kind: 'workshop', id: '' } as const
    const refused = [
      editWorkshop(older, actor, { title: 'Zu spät' }),
      deleteRecords(older, actor, { table: 'cards', ids: [cardId as never] }),
      addComment(older, actor, { subject, text: 'Zu spät' }),
      restoreVersion(older, actor, reloaded(older).snapshot()),
    ]
    for (const result of refused) {
      expect(result).toMatchObject({ ok: false, error: { code: 'readOnlyOlderApp', value: 2 } })
    }
    expect([history.canUndo(), history.undo(), history.redo()]).toEqual([false, false, false])
    expect(documentNames.map((name) => Y.encodeStateAsUpdate(older.docs[name]))).toEqual(bytes)
  })

  it('[DOC6] gives out a file with the work of both, and a file that comes in is announced as needing an update', async () => {
    const { older, newer } = late()
    const fileFrom = async (workshop: WorkshopDocument) => {
      const content = fileOfWorkshop(workshop, { appVersion: '1', createdAt: 0, media: [] })
      const packed = await writeWorkshopFile(content)
      if (!packed.ok) throw new Error(packed.error.code)
      const read = await readWorkshopFile(packed.value.bytes)
      if (!read.ok) throw new Error(read.error[0]?.code)
      return read.value
    }
    const fromNewer = await fileFrom(newer)
    expect(previewMerge(older, fromNewer)).toMatchObject({ ok: true, value: { needsNewerApp: true } })
    mergeWorkshopFile(older, fromNewer)
    const written = newerWork(newer)
    mergeWorkshopFile(newer, await fileFrom(older))
    expect(newerWork(newer)).toEqual(written)
    expectWordsOfOlder(newer)
  })
})

interface Recorded {
  /** In the order in which they were written. */
  readonly updates: readonly { readonly document: DocumentName; readonly update: string }[]
}

const goldenOf = (schema: number) => new URL(`../fixtures/model/schema-${schema}.json`, import.meta.url)
const recordOf = (schema: number) =>
  new URL(`../fixtures/model/schema-${schema}-offline.json`, import.meta.url)

function golden(schema: number, seed: number): WorkshopDocument {
  const { documents } = JSON.parse(readFileSync(goldenOf(schema), 'utf8')) as {
    documents: Record<DocumentName, string>
  }
  const workshop = emptyWorkshop(seed)
  for (const name of documentNames) {
    Y.applyUpdate(workshop.docs[name], Buffer.from(documents[name], 'base64'), origins.storage)
  }
  return workshop
}

function record(): void {
  const workshop = golden(1, 41)
  const [personId] = workshop.snapshot().persons.keys()
  const updates: { document: DocumentName; update: string }[] = []
  for (const document of documentNames) {
    workshop.docs[document].on('update', (update: Uint8Array) => {
      updates.push({ document, update: Buffer.from(update).toString('base64') })
    })
  }
  const actor = { personId: personId ?? null }
  const activityId = column(workshop, actor, 'Unterwegs begonnen')
  for (const text of ['eins', 'zwei']) {
    must(addCard(workshop, actor, { laneId: laneOf(workshop, 'ideas').id, activityId, text }))
  }
  workOffline(workshop, actor)
  writeFileSync(recordOf(1), `${JSON.stringify({ updates }, null, 1)}\n`)
}

if (process.env['GOLDEN'] === 'write' && !existsSync(recordOf(1))) record()

describe('what an app of schema 1 wrote offline', () => {
  it.each(['in order', 'in reverse'])(
    '[DOC10] comes into a workshop that went on without it, %s',
    (order) => {
      const recorded = JSON.parse(readFileSync(recordOf(1), 'utf8')) as Recorded
      const workshop = golden(1, 42)
      const [personId] = workshop.snapshot().persons.keys()
      workOfNewerApp(workshop, 'inzwischen')
      must(editWorkshop(workshop, { personId: personId ?? null }, { title: 'Inzwischen umbenannt' }))
      demandNewerWriter(workshop)
      const written = newerWork(workshop)
      const updates = order === 'in order' ? recorded.updates : [...recorded.updates].reverse()
      for (const { document, update } of updates) {
        Y.applyUpdate(workshop.docs[document], Buffer.from(update, 'base64'), origins.remote)
      }
      expect(updates.length).toBeGreaterThan(10)
      expectWordsOfOlder(workshop)
      expect(newerWork(workshop)).toEqual(written)
      expect(contentOf(reloaded(workshop))).toEqual(contentOf(workshop))
    },
  )
})
