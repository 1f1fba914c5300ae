import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyImport } from '../../src/exchange/applyImport.ts'
import { planFiles } from '../../src/exchange/planFiles.ts'
import { previewImport } from '../../src/exchange/previewImport.ts'
import { writeTables } from '../../src/exchange/tablesOut/writeTables.ts'
import { writeXlsx } from '../../src/exchange/xlsx/writeXlsx.ts'
import { mapLabels } from '../../src/i18n/mapLabels.ts'
import { undoImport } from '../../src/model/commands/undoImport.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { cardsInCell } from '../../src/model/select/cardsInCell.ts'
import { createUndo } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { fileOf, imported, texts } from './imported.ts'
import { filesOf, sampleContents } from './sample.ts'

const {
  'event_log.csv': _log,
  'survey_responses.csv': _survey,
  'ratings.csv': _ratings,
  ...contents
} = sampleContents()
const actor = { personId: null }

function exported(workshop: WorkshopDocument, change: (name: string, text: string) => string) {
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('no journey')
  const { files } = writeTables(workshop.snapshot(), journey.id)
  return files.map(({ name, text }) => fileOf(name, change(name, text)))
}

async function plannedOf(files: ReturnType<typeof exported>) {
  const plan = await planFiles(files, texts)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

const textOf = (workshop: WorkshopDocument, key: string) =>
  [...workshop.snapshot().cards.values()].find(({ importKey }) => importKey === key)?.text

describe('tables that come back from a spreadsheet', { timeout: 120_000 }, () => {
  it('change nothing when nothing was changed, whatever was written in the app', async () => {
    const workshop = await imported(filesOf(contents))
    const [lane] = workshop.snapshot().lanes.values()
    const [activity] = workshop.snapshot().activities.values()
    addCard(workshop, actor, { laneId: lane?.id, activityId: activity?.id, text: '=mine' } as never)
    const journey = mainJourney(workshop.snapshot())
    if (journey === null) throw new Error('no journey')
    const { bytes } = writeXlsx(workshop.snapshot(), journey.id, new Map(), mapLabels('en'))
    for (const files of [exported(workshop, (_, text) => text), [fileOf('book.xlsx', bytes)]]) {
      const plan = await plannedOf(files)
      const preview = previewImport(plan, workshop.snapshot(), workshop.randomBytes)
      expect(preview).toMatchObject({ created: {}, changed: {}, changes: [] })
      expect(preview.unchanged).toBeGreaterThan(700)
    }
  })

  it('are recognised by their own ids where the names of their first file are no ids', async () => {
    const diagram = readFileSync(new URL('../fixtures/mermaid/06-de-todo-app.mmd', import.meta.url), 'utf8')
    const workshop = await imported([fileOf('a.mmd', diagram)])
    const plan = await plannedOf(exported(workshop, (_, text) => text))
    const preview = previewImport(plan, workshop.snapshot(), workshop.randomBytes)
    expect(preview).toMatchObject({ created: {}, changed: {}, changes: [] })
  })

  it('show what differs, take it over as one step, and undo takes exactly that back', async () => {
    const workshop = await imported(filesOf(contents))
    const history = createUndo(workshop)
    const files = exported(workshop, (name, text) =>
      name === 'cards.csv'
        ? text
            .replace('Fernweh 😀', 'Heimweh')
            .replace(/(c-traum-f1,l-gefuehle,a-traum),1,/, '$1,9,')
            .concat('c-neu,l-erwartungen,a-traum,7,Neu,,quote,\r\n')
        : text,
    )
    const plan = await plannedOf(files)
    const before = workshop.snapshot()
    const preview = previewImport(plan, before, workshop.randomBytes)
    expect(preview.created).toEqual({ cards: 1 })
    expect(preview.changed).toEqual({ cards: 2 })
    expect(preview.changes).toContainEqual({
      table: 'cards',
      name: 'Fernweh 😀',
      field: 'text',
      before: 'Fernweh 😀',
      after: 'Heimweh',
    })
    expect(workshop.snapshot()).toBe(before)
    const written = history.gesture(() =>
      applyImport(plan, workshop, actor, { existing: 'update', undoable: true }),
    )
    expect(written).toMatchObject({ ok: true, value: { created: 1, updated: 2 } })
    expect(textOf(workshop, 'c-traum-f2')).toBe('Heimweh')
    const s = workshop.snapshot()
    const cell = [...s.cards.values()].find(({ importKey }) => importKey === 'c-traum-f1')?.place
    if (cell?.laneId == null || cell.activityId === null) throw new Error('no cell')
    const order = cardsInCell(s, cell.laneId, cell.activityId).map(({ importKey }) => importKey)
    expect(order).toEqual(['c-traum-f2', 'c-traum-f3', 'c-traum-f1'])
    const again = previewImport(plan, s, workshop.randomBytes)
    expect(again).toMatchObject({ created: {}, changed: {} })
    expect(history.undo()).toBe(true)
    expect(textOf(workshop, 'c-traum-f2')).toBe('Fernweh 😀')
    expect(textOf(workshop, 'c-neu')).toBeUndefined()
    expect(history.canUndo()).toBe(false)
    history.destroy()
  })

  it('leave what they do not have where it is, name it, and put it into the bin when somebody wants that', async () => {
    const workshop = await imported(filesOf(contents))
    const files = exported(workshop, (name, text) =>
      name === 'cards.csv'
        ? text.replace(/^c-traum-f2,.*\r\n/m, '').replace(/^c-traum-f3,.*\r\n/m, '')
        : text,
    )
    const plan = await plannedOf(files)
    const { missing, created, changed } = previewImport(plan, workshop.snapshot(), workshop.randomBytes)
    expect([missing.map(({ table, name }) => [table, name]), created, changed]).toEqual([
      [
        ['cards', 'Fernweh 😀'],
        ['cards', textOf(workshop, 'c-traum-f3')],
      ],
      {},
      {},
    ])
    applyImport(plan, workshop, actor, { existing: 'update' })
    expect(textOf(workshop, 'c-traum-f2')).toBe('Fernweh 😀')
    const binned = applyImport(plan, workshop, actor, {
      existing: 'update',
      binMissing: true,
      name: 'cards.csv',
    })
    expect(binned).toMatchObject({ ok: true, value: { binned: 2, updated: 0 } })
    expect(textOf(workshop, 'c-traum-f2')).toBeUndefined()
    const [imports] = workshop.snapshot().imports.keys()
    if (imports === undefined) throw new Error('the import was not noted')
    undoImport(workshop, actor, { importId: imports })
    expect(textOf(workshop, 'c-traum-f2')).toBe('Fernweh 😀')
  })

  it('of another journey do not make everything that is here look missing', async () => {
    const workshop = await imported([fileOf('a.mmd', 'journey\n  title T\n  section S\n    Search: 4: Anna')])
    const plan = await plannedOf(filesOf(contents))
    expect(previewImport(plan, workshop.snapshot(), workshop.randomBytes).missing).toEqual([])
  })
})
