/** The train journey of the sample data as a snapshot, straight from its CSV files, for looking at and measuring maps. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import { plainSnapshot } from './plainSnapshot.ts'

type Row = Readonly<Record<string, string>>

const FOLDERS = ['../../fixtures/bahnreise/', '../../../../shared/data/bahnreise/']

export function sampleFolder(): string | undefined {
  return FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).find(existsSync)
}

const LANE_KINDS: Readonly<Record<string, string>> = {
  pain_points: 'painPoints',
  moments_of_truth: 'momentsOfTruth',
}

const orderKey = (value: string | number): string => `a${String(value).padStart(4, '0')}`

export function sampleSnapshot(): WorkshopSnapshot {
  const folder = sampleFolder()
  if (folder === undefined) throw new Error('the sample data is not on this machine')
  const table = (name: string): readonly Row[] =>
    Papa.parse<Row>(readFileSync(`${folder}${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true }).data
  const journey = table('journey')[0] ?? {}
  const journeyId = journey['id'] ?? ''
  const people = new Map<string, string>()
  const person = (name: string): string => {
    const id = people.get(name) ?? `person-${people.size}`
    people.set(name, id)
    return id
  }
  const cards = table('cards').map((row) => ({
    id: row['id'] ?? '',
    text: row['text'] ?? '',
    evidence: row['evidence'] as never,
    source: row['source'] ?? '',
    authorIds: [person(row['author'] ?? '')],
    place: { laneId: row['lane_id'], activityId: row['activity_id'], order: orderKey(row['order'] ?? '') },
  }))
  const ratings = table('ratings').map((row) => ({
    subjectKind: row['subject_kind'] as never,
    subjectId: row['subject_id'] ?? '',
    view: (row['view'] === 'inside' ? 'inside' : 'outside') as never,
    source: (row['view'] === 'inside'
      ? 'staff'
      : row['view'] === 'customer'
        ? 'customer'
        : 'consultant') as never,
    personId: person(row['participant'] ?? ''),
    roundId: 'first' as never,
    value: Number(row['value']),
  }))
  return plainSnapshot({
    meta: { title: journey['title'] ?? '', date: '2026-10-14' },
    journeys: [
      {
        id: journeyId,
        title: journey['title'] ?? '',
        kind: 'current',
        scope: journey['scope'] ?? '',
        owner: journey['owner'] ?? '',
        personaIds: [journey['persona_id']],
      },
    ],
    personas: table('personas').map((row, index) => ({
      id: row['id'] ?? '',
      name: row['name'] ?? '',
      role: row['role'] ?? '',
      quote: row['quote'] ?? '',
      demographics: (row['demographics'] ?? '').replaceAll(';', '\n'),
      goals: (row['goals'] ?? '').replaceAll(';', '\n'),
      order: orderKey(index),
    })),
    traits: table('persona_traits').map((row, index) => ({
      id: `trait-${index}`,
      personaId: row['persona_id'] ?? '',
      leftPole: row['left_pole'] ?? '',
      rightPole: row['right_pole'] ?? '',
      value: Number(row['value']),
      order: orderKey(index),
    })),
    phases: table('phases').map((row) => ({
      id: row['id'] ?? '',
      journeyId,
      title: row['name'] ?? '',
      colour: row['colour'] ?? '',
      order: orderKey(row['order'] ?? ''),
    })),
    activities: table('activities').map((row) => ({
      id: row['id'] ?? '',
      text: row['text'] ?? '',
      painPoint: row['pain_point'] === 'true',
      momentOfTruth: row['moment_of_truth'] === 'true',
      microMomentKind: (row['micromoment'] || null) as never,
      place: { journeyId, phaseId: row['phase_id'], order: orderKey(row['order'] ?? '') },
    })),
    lanes: table('lanes').map((row) => ({
      id: row['id'] ?? '',
      journeyId,
      kind: (LANE_KINDS[row['kind'] ?? ''] ?? row['kind']) as never,
      title: row['title'] ?? '',
      order: orderKey(row['order'] ?? ''),
    })),
    channels: table('channels').map((row, index) => ({
      id: row['id'] ?? '',
      name: row['name'] ?? '',
      code: row['code'] ?? '',
      colour: row['colour'] ?? '',
      order: orderKey(index),
    })),
    touchpoints: table('touchpoints').map((row, index) => ({
      id: row['id'] ?? '',
      name: row['name'] ?? '',
      channelId: row['channel_id'] ?? '',
      painPoint: row['pain_point'] === 'true',
      momentOfTruth: row['moment_of_truth'] === 'true',
      order: orderKey(index),
    })),
    placements: table('touchpoint_placements').map((row, index) => ({
      id: `placement-${index}`,
      touchpointId: row['touchpoint_id'] ?? '',
      place: { activityId: row['activity_id'], order: orderKey(index) },
    })),
    insights: table('insights').map((row, index) => ({
      id: row['id'] ?? '',
      title: row['title'] ?? '',
      evidenceCardIds: (row['evidence_card_ids'] ?? '').split('|').filter((id) => id !== ''),
      order: orderKey(index),
    })),
    cards,
    ratings,
    persons: [...people].map(([name, id]) => ({ id, name })),
  })
}
