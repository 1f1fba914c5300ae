import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createWorkshopDocument, type WorkshopDocument } from '../../src/model/workshopDocument.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { activitiesByPhase, orderedColumns } from '../../src/model/select/activitiesByPhase.ts'
import { orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { cardsInCell } from '../../src/model/select/cardsInCell.ts'
import { parkingLot } from '../../src/model/select/parkingLot.ts'
import { placementsOf } from '../../src/model/select/placementsOf.ts'
import { ratingStats } from '../../src/model/select/ratingStats.ts'
import { countBy, csv, expectedFigure, expectedTable, keyOf } from './expectedResults.ts'
import { emptyWorkshop, importInto } from './importedSample.ts'
import { sampleContents, zipFileOf } from './sample.ts'

const contents = sampleContents()
describe('the sample in a workshop', { timeout: 60_000 }, () => {
  let workshop: WorkshopDocument
  let s: WorkshopSnapshot

  beforeAll(async () => {
    workshop = emptyWorkshop()
    const report = await importInto(workshop, [zipFileOf(contents, 'bahnreise/')])
    expect(report.ok).toBe(true)
    s = workshop.snapshot()
  }, 60_000)

  const journeyId = () =>
    mainJourney(s)?.id ??
    (() => {
      throw new Error('no journey')
    })()

  it('has the records that EXPECTED.md counts', () => {
    const sizes = {
      'journey.csv': s.journeys.size,
      'personas.csv': s.personas.size,
      'persona_traits.csv': s.traits.size,
      'phases.csv': s.phases.size,
      'channels.csv': s.channels.size,
      'departments.csv': s.departments.size,
      'activities.csv': s.activities.size,
      'touchpoints.csv': s.touchpoints.size,
      'touchpoint_placements.csv': s.placements.size,
      'lanes.csv': s.lanes.size,
      'cards.csv': s.cards.size,
      'ratings.csv': s.ratings.size,
      'insights.csv': s.insights.size,
      'actions.csv': s.actions.size,
      'kpis.csv': s.kpiValues.size,
      'campaigns.csv': s.campaigns.size,
    }
    const rows = Object.fromEntries(
      expectedTable('## Row counts (records, header not counted)').map(([file = '', n]) => [file, Number(n)]),
    )
    expect(rows).toMatchObject(sizes)
    expect([...s.attachments.values()].map(({ name, rows: count }) => [name, count])).toEqual([
      ['event_log.csv', rows['event_log.csv']],
      ['survey_responses.csv', rows['survey_responses.csv']],
    ])
  })

  it('has its map as EXPECTED.md describes it', () => {
    const lanes = orderedLanes(s, journeyId())
    const columns = orderedColumns(s, journeyId())
    const cells = columns.flatMap((column) => lanes.map((lane) => cardsInCell(s, lane.id, column.id).length))
    expect(cells).toHaveLength(expectedFigure('Cells (activities × lanes)'))
    expect(cells.filter((n) => n > 0)).toHaveLength(expectedFigure('Cells with at least one card'))
    expect(Math.max(...cells)).toBe(expectedFigure('Most cards in one cell'))
    expect(cells.filter((n) => n === Math.max(...cells))).toHaveLength(
      expectedFigure('Cells with that many cards'),
    )
    const touchpoints = [...s.touchpoints.values()]
    const activities = [...s.activities.values()]
    const figures = {
      'Activities with no touchpoint': columns.filter(({ id }) => placementsOf(s, id).length === 0).length,
      'Touchpoints with no department': touchpoints.filter(({ departmentId }) => departmentId === null)
        .length,
      'Activities marked pain point': activities.filter(({ painPoint }) => painPoint).length,
      'Activities marked moment of truth': activities.filter(({ momentOfTruth }) => momentOfTruth).length,
      'Activities marked both': activities.filter(
        ({ painPoint, momentOfTruth }) => painPoint && momentOfTruth,
      ).length,
      'Touchpoints marked pain point': touchpoints.filter(({ painPoint }) => painPoint).length,
      'Touchpoints marked moment of truth': touchpoints.filter(({ momentOfTruth }) => momentOfTruth).length,
      'Micromoments: objective': activities.filter(({ microMomentKind }) => microMomentKind === 'objective')
        .length,
      'Micromoments: unplanned': activities.filter(({ microMomentKind }) => microMomentKind === 'unplanned')
        .length,
      'Insights without an action': [...s.insights.values()].filter(
        ({ id }) => ![...s.actions.values()].some(({ insightId }) => insightId === id),
      ).length,
    }
    for (const [label, figure] of Object.entries(figures)) expect(figure, label).toBe(expectedFigure(label))
    expect(countBy(touchpoints, ({ form }) => form ?? '?')).toEqual({ physical: 14, digital: 16 })
  })

  it('has the cards per lane, phase, author and evidence that EXPECTED.md lists', () => {
    const cards = [...s.cards.values()]
    const table = (heading: string, column: number) =>
      Object.fromEntries(
        expectedTable(heading)
          .map((cells) => [cells[0], Number(cells[column])])
          .filter(([, n]) => n !== 0),
      )
    expect(countBy(cards, (card) => keyOf(s, 'lanes', card.place.laneId))).toEqual(
      table('### Cards per lane', 1),
    )
    expect(
      countBy(cards, (card) => keyOf(s, 'persons', card.authorIds[0] ?? null).replace('participant:', '')),
    ).toEqual(table('### Cards per author', 1))
    expect(countBy(cards, (card) => card.evidence)).toEqual(table('### Cards per evidence', 1))
    const phaseOf = (id: string | null) =>
      keyOf(
        s,
        'phases',
        [...s.activities.values()].find((activity) => activity.id === id)?.place.phaseId ?? null,
      )
    expect(countBy(cards, (card) => phaseOf(card.place.activityId))).toEqual(table('### Cards per phase', 2))
    expect(
      Object.fromEntries(
        activitiesByPhase(s, journeyId()).phases.map(({ phase, activities }) => [
          phase.importKey,
          activities.length,
        ]),
      ),
    ).toEqual(table('### Cards per phase', 1))
  })

  it('has every activity and card in the order of its file', () => {
    expect(orderedColumns(s, journeyId()).map(({ importKey }) => importKey)).toEqual(
      csv('activities.csv').map((row) => row['id']),
    )
    const lanes = orderedLanes(s, journeyId())
    expect(lanes.map(({ title }) => title)).toEqual(csv('lanes.csv').map((row) => row['title']))
    const inOrder = orderedColumns(s, journeyId()).flatMap((column) =>
      lanes.flatMap((lane) => cardsInCell(s, lane.id, column.id)),
    )
    expect(inOrder.map(({ importKey }) => importKey)).toEqual(csv('cards.csv').map((row) => row['id']))
    expect(parkingLot(s, journeyId())).toEqual({ cards: [], activities: [] })
  })

  it('keeps every character of every text', () => {
    const rows = csv('cards.csv')
    const texts = new Map([...s.cards.values()].map((card) => [card.importKey, card]))
    for (const row of rows) {
      expect(texts.get(row['id'] ?? '')?.text).toBe(row['text'])
      expect(texts.get(row['id'] ?? '')?.source).toBe(row['source'])
    }
    const text = (id: string) => texts.get(id)?.text ?? ''
    expect(text('c-brezn-s1').startsWith('=3 Brezn')).toBe(true)
    expect(text('c-formular-s2').split('\n').length).toBeGreaterThan(3)
    expect(text('c-formular-p4')).toContain('"Zug 782, dann Zug 6118; Ankunft 21:47"')
    expect(text('c-rechte-p3')).toContain('https://')
    expect([text('c-fazit-f4').length, Array.from(text('c-fazit-f4')).length]).toEqual([280, 279])
    for (const [index, row] of csv('touchpoints.csv').entries()) {
      const touchpoint = [...s.touchpoints.values()].find(({ importKey }) => importKey === row['id'])
      expect(touchpoint, String(index)).toMatchObject({
        name: row['name'],
        owner: row['owner'],
        mediaType: row['media_type'],
        frequency: row['frequency'],
        perception: row['perception'],
        peopleObjects: row['people_objects'],
        url: row['url'],
        acceptanceCriteria: row['acceptance_criteria'],
        publication: row['publication'],
        reach: row['reach'],
      })
    }
  })

  it('has both personas with their lists and traits, and the first as the persona of the journey', () => {
    const [row] = csv('personas.csv')
    const katrin = [...s.personas.values()].find(({ importKey }) => importKey === 'per-katrin')
    expect(katrin).toMatchObject({ name: 'Katrin Işık', quote: row?.['quote'], story: row?.['story'] })
    expect(katrin?.demographics.split('\n').slice(0, 2)).toEqual(['Alter=38', 'Wohnort=München-Giesing'])
    expect(katrin?.goals.split('\n')).toHaveLength(4)
    expect(mainJourney(s)).toMatchObject({
      title: 'Fernreise mit der Bahn: Familie mit zwei Kindern, München → Sylt',
      kind: 'current',
      personaIds: [katrin?.id],
      owner: 'Sabine (Vertrieb)',
    })
    expect(keyOf(s, 'persons', mainJourney(s)?.ownerId ?? null)).toBe('participant:Sabine (Vertrieb)')
    const traits = [...s.traits.values()].filter(({ personaId }) => personaId === katrin?.id)
    expect(traits.map(({ leftPole, rightPole, value }) => [leftPole, rightPole, value])).toContainEqual([
      'spontan',
      'geplant',
      88,
    ])
  })

  it('counts every rater once and has the means and deviations of EXPECTED.md', () => {
    expect(countBy(s.persons.values(), ({ kind }) => kind)).toEqual({ participant: 8, respondent: 13 })
    const rows = expectedTable('## Ratings')
    expect(rows).toHaveLength(40)
    for (const [key, inside, insideSd, insideSigma, customer, customerSd, customerSigma] of rows) {
      const activity = [...s.activities.values()].find(({ importKey }) => importKey === key)
      if (activity === undefined) throw new Error(`no activity ${key}`)
      const subject = { kind: 'activity', id: activity.id } as const
      const staff = ratingStats(s, subject, { view: 'inside' }).statistics
      const customers = ratingStats(s, subject, { view: 'outside', source: 'customer' }).statistics
      expect([staff?.n, customers?.n]).toEqual([8, 12])
      for (const [figure, text] of [
        [staff?.mean, inside],
        [staff?.sampleSd, insideSd],
        [staff?.populationSd, insideSigma],
        [customers?.mean, customer],
        [customers?.sampleSd, customerSd],
        [customers?.populationSd, customerSigma],
      ] as const) {
        expect(Math.abs((figure ?? Number.NaN) - Number(text)), `${key} ${text}`).toBeLessThanOrEqual(
          0.005 + 1e-9,
        )
      }
      expect(ratingStats(s, subject, { view: 'outside', source: 'consultant' }).statistics?.n).toBe(1)
    }
    const kinds = countBy(
      s.ratings.values(),
      ({ subjectKind, view, source }) => `${subjectKind} ${view} ${source}`,
    )
    expect(kinds).toEqual({
      'activity outside customer': 480,
      'activity inside staff': 320,
      'activity outside consultant': 40,
      'touchpoint outside customer': 174,
      'touchpoint inside staff': 147,
      'touchpoint outside consultant': 15,
    })
  })

  it('has the figures of every month under three KPIs', () => {
    expect(countBy(s.kpiValues.values(), ({ kpiId }) => s.kpis.get(kpiId as never)?.kind ?? '?')).toEqual({
      nps: 12,
      csat: 12,
      ces: 12,
    })
    expect([...s.kpis.values()].find(({ kind }) => kind === 'ces')?.highIsBad).toBe(true)
    expect([...s.kpiValues.values()].find(({ importKey }) => importKey === 'kpi-nps-2025-11')).toMatchObject({
      period: '2025-11',
      value: -23.7,
      target: 0,
      benchmark: 18,
      n: 59,
    })
  })

  it('links insights to their cards and actions to insight, department and owner', () => {
    const insight = [...s.insights.values()].find(({ importKey }) => importKey === 'i-umstieg-herrenlos')
    const row = csv('insights.csv')[0]
    expect(insight?.evidenceCardIds.map((id) => s.cards.get(id)?.importKey)).toEqual(
      row?.['evidence_card_ids']?.split('|'),
    )
    const action = [...s.actions.values()].find(({ importKey }) => importKey === 'act-umstieg-verantwortung')
    expect(action).toMatchObject({
      insightId: insight?.id,
      status: 'inProgress',
      due: '2027-01-29',
      owner: 'Ondřej (IT)',
    })
    expect(keyOf(s, 'persons', action?.ownerId ?? null)).toBe('participant:Ondřej (IT)')
  })

  it('survives being sent to another device', () => {
    const other = createWorkshopDocument()
    Y.applyUpdate(other.docs.map, Y.encodeStateAsUpdate(workshop.docs.map))
    const theirs = other.snapshot()
    expect(theirs.cards.size).toBe(538)
    expect([...theirs.cards.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [...s.cards.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  })
})
