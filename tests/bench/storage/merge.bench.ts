/**
 * Eight devices worked for two hours without a relay, 2,000 edits each: their workshop files merged on one of them,
 * against the bare minimum, which is applying the eight states to a Yjs document without files, checks and preview.
 */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { mergeWorkshopFile, previewMerge } from '../../../src/exchange/workshopFile/mergeWorkshopFile.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { editText } from '../../../src/model/commands/editText.ts'
import type { CardId } from '../../../src/model/records/card.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import {
  bring,
  column,
  contentOf,
  laneOf,
  must,
  newWorkshop,
  otherDevice,
  seededNumbers,
} from '../../model/support/testWorkshop.ts'
import { median, millis } from './storageBench.ts'

const DEVICES = 8
const EDITS = 2_000
const ROUNDS = 5

function work(workshop: WorkshopDocument, seed: number): void {
  const next = seededNumbers(seed)
  const laneId = laneOf(workshop, 'ideas').id
  const [activityId] = workshop.snapshot().activities.keys()
  const ids: CardId[] = []
  for (let n = 0; n < EDITS; n += 1) {
    const id = ids[Math.floor(next() * ids.length)]
    if (id === undefined || n % 20 === 0) {
      ids.push(
        must(
          addCard(
            workshop,
            { personId: null },
            { laneId, activityId: activityId ?? null, text: `von ${seed}` },
          ),
        ),
      )
      continue
    }
    const text = `${workshop.snapshot().cards.get(id)?.text ?? ''} w${n}`.slice(-60)
    must(editText(workshop, { personId: null }, { table: 'cards', id, field: 'text', text }))
  }
}

async function fileOf(workshop: WorkshopDocument): Promise<Uint8Array> {
  const written = await writeWorkshopFile(
    fileOfWorkshop(workshop, { appVersion: '1', createdAt: 0, media: [] }),
  )
  if (!written.ok) throw new Error(written.error.code)
  return written.value.bytes
}

async function mergeAll(base: WorkshopDocument, files: readonly Uint8Array[]): Promise<WorkshopDocument> {
  const here = otherDevice(base, 99)
  for (const file of files) {
    const read = await readWorkshopFile(file)
    if (!read.ok) throw new Error(read.error[0]?.code)
    const preview = previewMerge(here, read.value)
    if (!preview.ok) throw new Error(preview.error.code)
    mergeWorkshopFile(here, read.value)
  }
  return here
}

describe('workshop files', () => {
  it(`merges the files of ${DEVICES} devices with ${EDITS} edits each`, async () => {
    const { workshop: base, actor } = newWorkshop(1)
    column(base, actor, 'Ich buche')
    const devices = Array.from({ length: DEVICES }, (_, n) => otherDevice(base, n + 2))
    devices.forEach((device, n) => work(device, n))
    const files = await Promise.all(devices.map(fileOf))
    const merged = await mergeAll(base, files)
    const reversed = await mergeAll(base, [...files].reverse())
    expect(contentOf(merged)).toEqual(contentOf(reversed))
    expect(merged.snapshot().cards.size).toBe((DEVICES * EDITS) / 20)
    const states = devices.map(({ docs }) => Y.encodeStateAsUpdate(docs.map))
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await millis(() => mergeAll(base, files)))
      bare.push(
        await millis(() => {
          const doc = new Y.Doc()
          for (const state of states) Y.applyUpdate(doc, state)
          return Promise.resolve()
        }),
      )
    }
    for (const device of devices) bring(device, base)
    expect(contentOf(base)).toEqual(contentOf(merged))
    const kB = files.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1_000
    console.log(`\n${DEVICES} files, ${EDITS} edits each | Etappe | bare Yjs | ratio`)
    console.log('| --- | --- | --- | --- |')
    console.log(
      `| read, check, preview and merge all, ms (median of ${ROUNDS}) | ${median(ours).toFixed(0)} | ${median(bare).toFixed(0)} | ${(median(bare) / median(ours)).toFixed(2)}× |`,
    )
    console.log(`| the files together, kB | ${kB.toFixed(0)} | – | – |`)
  })
})
