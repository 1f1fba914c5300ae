import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readWorkshopFile } from '../../src/exchange/workshopFile/readWorkshopFile.ts'
import { scratchWorkshop } from '../../src/exchange/workshopFile/scratchWorkshop.ts'
import { cliRun, scratchFolder } from './cliRun.ts'

const sample = fileURLToPath(new URL('../fixtures/bahnreise', import.meta.url))
const scratch = scratchFolder()
afterAll(scratch.remove)

/** What the file holds, under the random ids that the tables do not show. */
async function held(path: string): Promise<{ workshopId: string; cardIds: readonly string[] }> {
  const read = await readWorkshopFile(new Uint8Array(readFileSync(path)))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const workshop = scratchWorkshop(read.value.documents)
  if (!workshop.ok) throw new Error(workshop.error)
  const { meta, cards } = workshop.value.snapshot()
  workshop.value.destroy()
  return { workshopId: meta.workshopId, cardIds: [...cards.keys()] }
}

describe('etappe with workshop files', { timeout: 120_000 }, () => {
  it('makes one of tables, reads it back, and writes the same tables and attachments', async () => {
    const file = scratch.path('sample.etappe')
    expect(await cliRun(['convert', sample, file])).toEqual({
      code: 0,
      said: [`${file} written.`],
      complained: [],
    })
    const [viaFile, direct] = [scratch.path('tables'), scratch.path('direct')]
    expect((await cliRun(['convert', file, viaFile])).code).toBe(0)
    await cliRun(['convert', sample, direct])
    expect(readdirSync(viaFile)).toEqual(readdirSync(direct))
    for (const name of readdirSync(direct)) {
      // Tables that came with live cells go back with them; from a workshop file all cells are defused.
      const defused = readFileSync(`${direct}/${name}`, 'utf8').replaceAll(',"=', `,"'=`)
      expect(readFileSync(`${viaFile}/${name}`, 'utf8'), name).toBe(defused)
    }
  })

  it('gives every file made of tables ids of its own, and keeps them from then on', async () => {
    const [one, two, again] = ['one', 'two', 'again'].map((name) => scratch.path(`${name}.etappe`))
    if (one === undefined || two === undefined || again === undefined) throw new Error('no paths')
    await cliRun(['convert', sample, one])
    await cliRun(['convert', sample, two])
    await cliRun(['convert', one, again])
    const [first, second, third] = [await held(one), await held(two), await held(again)]
    expect(first.workshopId).not.toBe(second.workshopId)
    const ids = new Set(first.cardIds)
    expect(ids.size).toBe(538)
    expect(second.cardIds.some((id) => ids.has(id))).toBe(false)
    expect(third).toEqual(first)
  })

  it('prints one as a poster', async () => {
    const file = scratch.path('poster.etappe')
    const pdf = scratch.path('poster.pdf')
    await cliRun(['convert', sample, file])
    expect((await cliRun(['poster', file, pdf, '--size', 'A0'])).code).toBe(0)
    expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-')
    expect(statSync(pdf).size).toBeGreaterThan(20_000)
  })

  it('refuses a damaged one with the words of the app and writes nothing', async () => {
    const file = scratch.path('whole.etappe')
    await cliRun(['convert', sample, file])
    const cut = scratch.path('cut.etappe')
    writeFileSync(cut, readFileSync(file).subarray(0, 40_000))
    const run = await cliRun(['convert', cut, scratch.path('never.json')], 'de')
    expect(run.code).toBe(1)
    expect(run.complained[0]).toContain('Die Datei endet zu früh')
    expect(readdirSync(scratch.path('.'))).not.toContain('never.json')
    const foreign = scratch.path('foreign.etappe')
    writeFileSync(foreign, 'nothing of ours')
    expect((await cliRun(['convert', foreign, scratch.path('never.json')])).complained[0]).toContain(
      'not the file of an Etappe workshop',
    )
  })
})
