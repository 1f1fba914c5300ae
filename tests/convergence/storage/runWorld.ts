/**
 * Plays one world from its seed to the end: everybody at peace, everything saved and delivered; then the power goes, and
 * every device is read from its disk alone. Gives what the devices hold, for the invariants to be checked.
 */
import * as Y from 'yjs'
import { documentNames } from '../../../src/model/documentName.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import type { PersonId } from '../../../src/model/records/person.ts'
import type { DocumentUpdates } from '../../../src/exchange/workshopFile/workshopFile.ts'
import { updatesOf } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { furnish } from '../replicas.ts'
import { actOn } from './actOn.ts'
import { FuzzWorld, type FuzzWorldOptions } from './FuzzWorld.ts'
import type { FuzzTab } from './FuzzTab.ts'
import { settleUntil } from './settle.ts'
import { beginInThePast, updatesFromThePast, wordsOfThePast } from './thePast.ts'
import { lostDreams } from './tomorrow.ts'
import { currentRules, type WorldRules } from './worldRules.ts'
import { playSteps } from './worldSteps.ts'

export interface WorldEnd {
  /** Of every page at the end, and then of every device as its disk has it. */
  readonly documents: readonly DocumentUpdates[]
  readonly owed: readonly string[]
  readonly gaps: readonly string[]
}

export interface RunWorldOptions extends Pick<FuzzWorldOptions, 'seed' | 'locks' | 'tally'> {
  readonly rules?: WorldRules
  /** Instead of as many as the rules say. */
  readonly operations?: number
}

export async function runWorld(options: RunWorldOptions): Promise<WorldEnd> {
  const { seed, tally, rules = currentRules, operations = rules.operations } = options
  const { updates, persons, gaps } = firstState(seed, rules)
  const past = rules.hasPast(seed) ? updatesFromThePast() : []
  const world = new FuzzWorld({ ...options, rules, persons, past })
  for (const card of gaps) world.gaps.add(card)
  try {
    for (const name of documentNames) Y.applyUpdate(world.hub.docs[name], updates[name])
    for (const device of world.devices) await join(world, device.openTab())
    await playSteps(world, operations)
    await world.heal()
    tryWhatIsRefused(world)
    for (const tab of world.openTabs) checkDreams(world, tab)
    const documents = world.openTabs.map((tab) => updatesOf(tab.stored))
    const fromDisk = await readDisks(world)
    tally.worlds += 1
    tally.checks += documents.length + fromDisk.length
    tally.reloads += world.devices.reduce((sum, { reloads }) => sum + reloads, 0)
    const owed = [...world.tokens.owed(), ...(past.length > 0 ? wordsOfThePast : [])]
    return { documents: withoutRepeats([...documents, ...fromDisk]), owed, gaps: [...world.gaps] }
  } finally {
    await world.destroy()
  }
}

/** Whoever has been shut out by a newer app still is, after all the merging. */
function tryWhatIsRefused(world: FuzzWorld): void {
  for (const tab of world.openTabs) {
    for (let times = 0; tab.onlyReads && times < 5; times += 1) actOn(world, tab)
  }
}

/** What is the same byte for byte needs no second look. */
function withoutRepeats(documents: readonly DocumentUpdates[]): DocumentUpdates[] {
  const kept: DocumentUpdates[] = []
  for (const one of documents) if (!kept.some((other) => isSame(one, other))) kept.push(one)
  return kept
}

function isSame(one: DocumentUpdates, other: DocumentUpdates): boolean {
  return documentNames.every(
    (name) =>
      one[name].byteLength === other[name].byteLength &&
      one[name].every((byte, index) => byte === other[name][index]),
  )
}

interface FirstState {
  readonly updates: DocumentUpdates
  readonly persons: readonly PersonId[]
  /** Cards that never said where they come from. */
  readonly gaps: readonly string[]
}

/** A small map and as many people as there are devices. */
function firstState(seed: number, rules: WorldRules): FirstState {
  const { workshop, personId } = rules.hasPast(seed) ? inThePast(seed) : newWorkshop(seed)
  furnish(workshop, { personId })
  const persons = [personId]
  for (let name = 1; name < rules.devices(seed); name += 1) {
    persons.push(must(joinPerson(workshop, { personId: null }, { name: `P${name}` })))
  }
  const updates = updatesOf(workshop)
  if (rules.hasPast(seed)) {
    for (const { document, update } of updatesFromThePast()) Y.applyUpdate(workshop.docs[document], update)
  }
  const { cards, bin } = workshop.snapshot()
  const gaps = [...cards.values(), ...bin.cards.values()].filter(({ source }) => source === '')
  workshop.destroy()
  return { updates, persons, gaps: gaps.map(({ id }) => id) }
}

function inThePast(seed: number): { readonly workshop: WorkshopDocument; readonly personId: PersonId } {
  const workshop = beginInThePast(seed)
  const [personId] = workshop.snapshot().persons.keys()
  if (personId === undefined) throw new Error('nobody was there')
  return { workshop, personId }
}

/** A device that joins has nothing: it waits for the relay, and then it saves. */
async function join(world: FuzzWorld, tab: FuzzTab): Promise<void> {
  if (!(await settleUntil(() => tab.state === 'open', 3_000))) {
    throw new Error(`device ${tab.name} could not open an empty disk (${tab.state})`)
  }
  world.connect(tab)
  while (world.hub.deliverDown(tab, () => 0));
  await world.untilSaved()
}

/** Nothing but the disk: no relay, no page that still knows. */
async function readDisks(world: FuzzWorld): Promise<DocumentUpdates[]> {
  const found: DocumentUpdates[] = []
  for (const device of world.devices) {
    world.excuse(await device.powerOff())
    const tab = device.openTab()
    if (!(await settleUntil(() => tab.state === 'open', 3_000))) {
      throw new Error(`device ${device.number} could not read its disk at the end (${tab.state})`)
    }
    checkDreams(world, tab)
    found.push(updatesOf(tab.stored))
  }
  world.throwIfBroken()
  return found
}

function checkDreams(world: FuzzWorld, tab: FuzzTab): void {
  const lost = lostDreams(world, tab.docs.map)
  if (lost.length > 0)
    throw new Error(`device ${tab.name} lacks ${lost.length} things of a newer app: ${lost[0]}`)
}
