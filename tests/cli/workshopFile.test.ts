import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { cliRun, scratchFolder } from './cliRun.ts'

const sample = fileURLToPath(new URL('../fixtures/bahnreise', import.meta.url))
const scratch = scratchFolder()
afterAll(scratch.remove)

const json = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    meta: { workshopId: string }
    records: { cards: { id: string; text: string }[] }
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
      expect(readFileSync(`${viaFile}/${name}`, 'utf8'), name).toBe(readFileSync(`${direct}/${name}`, 'utf8'))
    }
  })

  it('gives every file made of tables ids of its own, and keeps them from then on', async () => {
    const [one, two, again] = ['one', 'two', 'again'].map((name) => scratch.path(`${name}.etappe`))
    if (one === undefined || two === undefined || again === undefined) throw new Error('no paths')
    await cliRun(['convert', sample, one])
    await cliRun(['convert', sample, two])
    await cliRun(['convert', one, again])
    const read = async (path: string) => {
      await cliRun(['convert', path, `${path}.json`])
      return json(`${path}.json`)
    }
    const [first, second, third] = [await read(one), await read(two), await read(again)]
    expect(first.meta.workshopId).not.toBe(second.meta.workshopId)
    const ids = new Set(first.records.cards.map(({ id }) => id))
    expect(second.records.cards.some(({ id }) => ids.has(id))).toBe(false)
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
