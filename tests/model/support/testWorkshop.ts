/** Workshops for tests: seeded randomness, a clock that stands still unless told, and ways to carry changes across. */
import * as Y from 'yjs'
import type { Actor } from '../../../src/model/actor.ts'
import type { CommandResult } from '../../../src/model/commandResult.ts'
import { createWorkshop } from '../../../src/model/commands/createWorkshop.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import { documentNames } from '../../../src/model/documentName.ts'
import { origins } from '../../../src/model/origins.ts'
import type { PersonId } from '../../../src/model/records/person.ts'
import { allLanes } from '../../../src/model/select/orderedLanes.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { orderedPhases } from '../../../src/model/select/orderedPhases.ts'
import { addActivity } from '../../../src/model/commands/addActivity.ts'
import type { LaneKind } from '../../../src/model/records/lane.ts'
import type { TemplateName } from '../../../src/model/templates.ts'
import type { TemplateTexts } from '../../../src/model/templateTexts.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import type { RandomBytes } from '../../../src/shared/ids.ts'

/** A small generator (mulberry32): good enough to be different, and the same for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function seededBytes(seed: number): RandomBytes {
  const next = seededNumbers(seed)
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256))
}

export const texts: TemplateTexts = {
  journeyTitle: 'Unsere Reise',
  personaName: 'Persona',
  lanes: {
    storyboard: 'Storyboard',
    touchpoints: 'Kontaktpunkte',
    expectations: 'Erwartungen',
    sentiments: 'Empfindungen',
    painPoints: 'Pain Points',
    momentsOfTruth: 'Moments of Truth',
    ideas: 'Ideen',
    insights: 'Erkenntnisse',
    curve: 'Performanzkurve',
    frontstage: 'Frontstage',
    lineOfVisibility: 'Sichtbarkeitslinie',
    backstage: 'Backstage',
    support: 'Support',
  },
  phases: [
    { title: 'Inspiration', colour: '#F4A259' },
    { title: 'Kauf', colour: '#5B8E7D' },
    { title: 'Nutzung', colour: '#8CB369' },
  ],
}

export interface TestClock {
  now: () => number
  pass: (ms: number) => void
}

export function createTestClock(start = 1_790_000_000_000): TestClock {
  let time = start
  return { now: () => time, pass: (ms) => void (time += ms) }
}

/** The value of a command that must succeed. */
export function must<T>(result: CommandResult<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function emptyWorkshop(seed = 1, clock: TestClock = createTestClock()): WorkshopDocument {
  const workshop = createWorkshopDocument({ randomBytes: seededBytes(seed), clock })
  let client = seed * 1000
  for (const name of documentNames) workshop.docs[name].clientID = client += 1
  return workshop
}

export const nobody: Actor = { personId: null }

export function newWorkshop(seed = 1, template: TemplateName = 'full', clock: TestClock = createTestClock()) {
  const workshop = emptyWorkshop(seed, clock)
  must(createWorkshop(workshop, nobody, { title: 'Bahnreise', language: 'de', template, texts }))
  const personId = must(joinPerson(workshop, nobody, { name: 'Anna' }))
  return { workshop, actor: { personId } satisfies Actor, personId: personId as PersonId }
}

/** Everything from `source` to `target`, as a provider would bring it. */
export function bring(source: WorkshopDocument, target: WorkshopDocument): void {
  for (const name of documentNames) {
    const missing = Y.encodeStateAsUpdate(source.docs[name], Y.encodeStateVector(target.docs[name]))
    Y.applyUpdate(target.docs[name], missing, origins.remote)
  }
}

export function meet(...workshops: readonly WorkshopDocument[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const source of workshops)
      for (const target of workshops) if (source !== target) bring(source, target)
  }
}

/** A second device that has what the first has. */
export function otherDevice(
  source: WorkshopDocument,
  seed = 2,
  clock: TestClock = createTestClock(),
): WorkshopDocument {
  const workshop = emptyWorkshop(seed, clock)
  bring(source, workshop)
  return workshop
}

/** Reopened from bytes, as after a reload. */
export function reloaded(source: WorkshopDocument, seed = 5_000_000): WorkshopDocument {
  const workshop = emptyWorkshop(seed)
  for (const name of documentNames) {
    Y.applyUpdate(workshop.docs[name], Y.encodeStateAsUpdate(source.docs[name]), origins.storage)
  }
  return workshop
}

export function journeyOf(workshop: WorkshopDocument) {
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('there is no journey')
  return journey
}

export function laneOf(workshop: WorkshopDocument, kind: LaneKind) {
  const lane = allLanes(workshop.snapshot(), journeyOf(workshop).id).find(
    (candidate) => candidate.kind === kind,
  )
  if (lane === undefined) throw new Error(`there is no lane ${kind}`)
  return lane
}

export function phaseOf(workshop: WorkshopDocument, index: number) {
  const phase = orderedPhases(workshop.snapshot(), journeyOf(workshop).id)[index]
  if (phase === undefined) throw new Error(`there is no phase ${index}`)
  return phase
}

/** A column under the phase with that index. */
export function column(workshop: WorkshopDocument, actor: Actor, text: string, phaseIndex = 0) {
  const journeyId = journeyOf(workshop).id
  return must(addActivity(workshop, actor, { journeyId, phaseId: phaseOf(workshop, phaseIndex).id, text }))
}

/** The snapshot as JSON with everything sorted, for comparing devices. */
export function contentOf(workshop: WorkshopDocument): unknown {
  const sorted = (value: unknown): unknown => {
    if (value instanceof Map) {
      const rows = [...value.entries()] as [string, unknown][]
      return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, row]) => [key, sorted(row)])
    }
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]))
  }
  return sorted(workshop.snapshot())
}
