/** Every kind of sheet as somebody gets it from the printer: all of it on the page, readable, numbered, the same each time. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { drawableText } from '../../../src/layout/font/clusters.ts'
import { papersFor, SHEET_KINDS, type SheetKind, type SheetWish } from '../../../src/layout/sheetKinds.ts'
import type { Scene, SceneOp } from '../../../src/layout/scene.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { addTouchpoint } from '../../../src/model/commands/addTouchpoint.ts'
import { editRecord } from '../../../src/model/commands/editRecord.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { editText } from '../../../src/model/commands/editText.ts'
import { vote } from '../../../src/model/commands/vote.ts'
import type { LaneKind } from '../../../src/model/records/lane.ts'
import { orderedTouchpoints } from '../../../src/model/select/orderedTouchpoints.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { openPdf, qpdfCheck, textOf } from '../../helpers/pdfTools.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'
import { ACTOR, namedWorkshop, sampleWorkshop, sheetsOf } from './sheetWorkshop.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()
type TextOp = Extract<SceneOp, { kind: 'text' }>

const textOps = ({ ops }: Scene): readonly TextOp[] => ops.filter((op) => op.kind === 'text')
const wordsOf = (scenes: readonly Scene[]): string =>
  scenes
    .flatMap(textOps)
    .map(({ text }) => text)
    .join(' ')

/** Millimetres that office printers leave blank. */
const UNPRINTABLE = 4.5

/** One expectation for a page: an expectation for each line takes longer than making them. */
function expectAllOnPage(scene: Scene): void {
  const outside = textOps(scene).filter((op) => {
    const end = op.x + metrics.measure(op.text, op.font, op.size)
    return (
      op.x < UNPRINTABLE ||
      end > scene.width - UNPRINTABLE ||
      op.baseline - metrics.capHeight(op.font, op.size) < UNPRINTABLE ||
      op.baseline + metrics.descent(op.font, op.size) > scene.height - UNPRINTABLE
    )
  })
  expect(outside.map(({ text }) => text)).toEqual([])
}

function pdfOf(job: Parameters<typeof renderPdf>[0]): Uint8Array {
  const made = renderPdf(job, metrics)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

let workshop: WorkshopDocument
let snapshot: WorkshopSnapshot
beforeAll(async () => {
  workshop = await sampleWorkshop()
  snapshot = workshop.snapshot()
}, 60_000)

describe.each(SHEET_KINDS)('sheets of kind %s', (kind) => {
  it('have every line within the page that a printer prints, on each paper', () => {
    for (const [index, paper] of papersFor(kind).entries()) {
      const locale = index % 2 === 0 ? 'de' : 'en'
      const { job, missing } = sheetsOf(snapshot, { kind, paper }, { locale })
      expect(missing).toEqual([])
      expect(job.scenes.length).toBeGreaterThan(0)
      for (const scene of job.scenes) expectAllOnPage(scene)
    }
  })

  it('are a well-formed PDF with every line at its place, to be copied', async () => {
    const { job } = sheetsOf(snapshot, { kind })
    const file = pdfOf(job)
    expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found')
    const pdf = await openPdf(file)
    expect(pdf.numPages).toBe(job.scenes.length)
    for (const page of new Set([1, pdf.numPages])) {
      const scene = job.scenes[page - 1]
      if (scene === undefined) throw new Error('no page')
      const items = await textOf(pdf, page)
      const found = textOps(scene).map((op) => {
        const end = op.x + metrics.measure(op.text, op.font, op.size)
        const here = items
          .filter(({ x, y }) => Math.abs(y - op.baseline) < 0.1 && x > op.x - 0.1 && x < end - 0.05)
          .toSorted((a, b) => a.x - b.x)
        return here
          .map(({ text }) => text)
          .join('')
          .trim()
      })
      expect(found).toEqual(textOps(scene).map(({ text }) => drawableText(text).trim()))
    }
  })

  it('say from which workshop and day they are, and which page of how many', () => {
    const { job } = sheetsOf(snapshot, { kind })
    for (const [index, scene] of job.scenes.entries()) {
      const words = wordsOf([scene])
      expect(words).toContain('Bahnreise mit Kindern')
      expect(words).toContain('1. April 2026')
      if (kind !== 'cards') expect(words).toContain(`Seite ${index + 1} von ${job.scenes.length}`)
    }
  })

  it('are the same bytes for the same workshop and day', () => {
    const once = pdfOf(sheetsOf(snapshot, { kind }).job)
    const again = pdfOf(sheetsOf(snapshot, { kind }).job)
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
  })

  it('are printed in greys where grey is wanted', () => {
    const { job } = sheetsOf(snapshot, { kind }, { style: 'grey' })
    const colours = job.scenes.flatMap(({ ops }) =>
      ops.flatMap((op) => (op.kind === 'rect' || op.kind === 'path' ? [op.fill, op.stroke] : [])),
    )
    const coloured = colours.filter((colour) => colour !== undefined && !/^#(..)\1\1$/.test(colour))
    expect(coloured).toEqual([])
  })
})

describe('what stands on them', () => {
  const laneOf = (kind: LaneKind) => [...snapshot.lanes.values()].find((lane) => lane.kind === kind)
  const printed = (wish: Partial<SheetWish>) => wordsOf(sheetsOf(snapshot, wish).job.scenes)

  it('a persona: her name, quote, traits and everything else that was written about her', () => {
    const words = printed({ kind: 'persona' })
    for (const part of [
      'Katrin Işık',
      'Demografie',
      'Physiotherapeutin',
      'spontan',
      'Fairness',
      'Formular öffnet.',
    ])
      expect(words).toContain(part)
    const pictures = sheetsOf(snapshot, { kind: 'persona' }).job.scenes.flatMap(({ ops }) =>
      ops.filter((op) => op.kind === 'picture'),
    )
    const [frame] = pictures
    expect(frame && frame.width / frame.height).toBeCloseTo(800 / 533)
  })

  it('touchpoints: each on a page of its own, or several on one', () => {
    const all = orderedTouchpoints(snapshot)
    const large = sheetsOf(snapshot, { kind: 'touchpoints' }).job.scenes
    const small = sheetsOf(snapshot, { kind: 'touchpoints', onePerPage: false }).job.scenes
    expect(large.length).toBeGreaterThanOrEqual(all.length)
    expect(small.length).toBeLessThan(all.length / 3)
    for (const scene of small) expectAllOnPage(scene)
    const words = wordsOf(small).replaceAll(' ', '')
    for (const { name } of all) expect(words).toContain(name.replaceAll(' ', ''))
  })

  it('a touchpoint: the pain points and ideas that refer to it', () => {
    // `snapshot` stays as it was.
    const fresh = workshop
    const [placement] = snapshot.placements.values()
    const lane = laneOf('painPoints')
    if (placement === undefined || lane === undefined) throw new Error('the sample has changed')
    addCard(fresh, ACTOR, { laneId: lane.id, placementId: placement.id, text: 'Der Preis stimmt nicht.' })
    const words = wordsOf(sheetsOf(fresh.snapshot(), { kind: 'touchpoints' }).job.scenes)
    expect(words).toContain('Der Preis stimmt nicht.')
    const short = wordsOf(sheetsOf(fresh.snapshot(), { kind: 'touchpoints', onePerPage: false }).job.scenes)
    expect(short).toContain('Der Preis stimmt nicht.')
  })

  it('actions: those due first stand first, those done last, and the head is repeated on every page', () => {
    const { scenes } = sheetsOf(snapshot, { kind: 'actions' }).job
    const actions = [...snapshot.actions.values()]
    const lines = scenes.flatMap(textOps).map(({ text }) => text)
    const dates = lines.filter((text) => /^\d\d\.\d\d\.\d{4}$/.test(text))
    expect(dates).toHaveLength(actions.filter(({ due }) => due !== '').length)
    const open = dates.slice(0, actions.filter(({ status }) => status !== 'done').length)
    const key = (date: string) => date.split('.').reverse().join('')
    expect(open.map(key)).toEqual(open.map(key).toSorted())
    for (const scene of scenes.slice(0, -1)) expect(wordsOf([scene])).toMatch(/Wer .*Bis/)
  })

  it('actions: the dots that the moderator covers stay covered', () => {
    const [action] = snapshot.actions.values()
    const [person] = snapshot.persons.values()
    if (action === undefined || person === undefined) throw new Error('the sample has changed')
    for (let dot = 0; dot < 3; dot += 1)
      vote(workshop, { personId: person.id }, { subject: { kind: 'action', id: action.id }, change: 1 })
    const now = workshop.snapshot()
    const words = (hidesVotes: boolean) => {
      const stage = { ...now.stage, hidesVotes }
      return wordsOf(sheetsOf({ ...now, stage }, { kind: 'actions' }).job.scenes)
    }
    expect(words(false)).toContain('3 Punkte')
    expect(words(true)).not.toContain('3 Punkte')
  })

  it('an empty map: the phases and every lane, but nothing that was written', () => {
    const words = printed({ kind: 'empty', paper: 'A0' })
    for (const { title } of snapshot.phases.values())
      expect(words.replaceAll(' ', '')).toContain(title.replaceAll(' ', ''))
    const [card] = snapshot.cards.values()
    expect(card && words.includes(card.text)).toBe(false)
    const blank = printed({ kind: 'empty', paper: 'A0', columns: 'blank', columnCount: 5 })
    for (const { title } of snapshot.phases.values()) expect(blank).not.toContain(title)
  })

  it('an empty map: so many activities that columns would be too narrow take several sheets', () => {
    const { scenes } = sheetsOf(snapshot, { kind: 'empty', paper: 'A2', columns: 'activities' }).job
    expect(scenes.length).toBeGreaterThan(1)
    for (const scene of scenes) expectAllOnPage(scene)
  })

  it('theme cards: one for each lane and phase, with an id of its own', () => {
    const { scenes } = sheetsOf(snapshot, { kind: 'cards', copies: 2 }).job
    const codes = scenes
      .flatMap(textOps)
      .map(({ text }) => text)
      .filter((text) => /^[0-9A-Z]{4}-[0-9A-Z]{2}$/.test(text))
    expect(codes.length).toBe(2 * 8 * 9)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('theme cards of a workshop without lasting ids: no codes', () => {
    const { job, withCodes } = sheetsOf(snapshot, { kind: 'cards' }, { hasCodes: false })
    expect(withCodes).toBe(false)
    expect(wordsOf(job.scenes)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  })
})

describe('texts that no sheet was made for', () => {
  const long = (words: number) => Array.from({ length: words }, (_, index) => `Wort${index}`).join(' ')

  it('go on in the next column and on the next page, and none is lost', () => {
    const fresh = namedWorkshop(long(60), 'firstWorkshop')
    const base = fresh.snapshot()
    const [journey] = base.journeys.values()
    const [persona] = base.personas.keys()
    if (journey === undefined || persona === undefined) throw new Error('the template has changed')
    editRecord(fresh, ACTOR, { table: 'personas', id: persona, patch: { name: long(300), role: long(80) } })
    const touchpoint = addTouchpoint(fresh, ACTOR, { fields: { name: long(400), owner: long(50) } })
    const action = createRecord(fresh, ACTOR, {
      table: 'actions',
      fields: { title: long(200), owner: long(40) },
    })
    if (!touchpoint.ok || !action.ok) throw new Error('not made')
    editText(fresh, ACTOR, { table: 'actions', id: action.value, field: 'text', text: long(3000) })
    editText(fresh, ACTOR, { table: 'personas', id: persona, field: 'quote', text: long(900) })
    editText(fresh, ACTOR, {
      table: 'personas',
      id: persona,
      field: 'demographics',
      text: `${long(60)}=${long(500)}`,
    })
    editRecord(fresh, ACTOR, { table: 'journeys', id: journey.id, patch: { title: long(50) } })
    for (const kind of SHEET_KINDS) {
      const { scenes } = sheetsOf(fresh.snapshot(), { kind, onePerPage: kind !== 'touchpoints' }).job
      for (const scene of scenes) expectAllOnPage(scene)
    }
    const words = wordsOf(sheetsOf(fresh.snapshot(), { kind: 'actions' }).job.scenes)
    for (const index of [0, 1500, 2999]) expect(words).toContain(`Wort${index} `.trim())
    expect(wordsOf(sheetsOf(fresh.snapshot(), { kind: 'persona' }).job.scenes)).toContain('Wort899')
    expect(wordsOf(sheetsOf(fresh.snapshot(), { kind: 'touchpoints' }).job.scenes)).toContain('Wort399')
  })

  it('an empty workshop gives sheets to fill in by hand', () => {
    const fresh = namedWorkshop('', 'firstWorkshop')
    const ids = [...fresh.snapshot().personas.keys()]
    deleteRecords(fresh, ACTOR, { table: 'personas', ids })
    const printed = (kind: SheetKind) => sheetsOf(fresh.snapshot(), { kind }).job.scenes
    expect(wordsOf(printed('persona'))).toContain('Zitat')
    expect(wordsOf(printed('touchpoints'))).toContain('noch keine Kontaktpunkte')
    for (const kind of SHEET_KINDS) for (const scene of printed(kind)) expectAllOnPage(scene)
  })
})
