/**
 * Plays one world from its seed to the end: everybody at peace, everything saved and delivered; then the power goes, and
 * every device is read from its disk alone. Gives what the devices hold, for the invariants to be checked.
 */
import * as Y from 'yjs'
import { documentNames } from '../../../src/model/documentName.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import type { PersonId } from '../../../src/model/records/person.ts'
import type { DocumentUpdates } from '../../../src/exchange/workshopFile/workshopFile.ts'
import { updatesOf } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { furnish } from '../replicas.ts'
import { FuzzWorld, type FuzzWorldOptions } from './FuzzWorld.ts'
import type { FuzzTab } from './FuzzTab.ts'
import { settleUntil } from './settle.ts'
import { lostDreams } from './tomorrow.ts'
import { playSteps } from './worldSteps.ts'

export interface WorldEnd {
  /** Of every page at the end, and then of every device as its disk has it. */
  readonly documents: readonly DocumentUpdates[]
  readonly owed: readonly string[]
  readonly gaps: readonly string[]
}

export interface RunWorldOptions extends Pick<FuzzWorldOptions, 'seed' | 'locks' | 'tally'> {
  readonly operations: number
}

export async function runWorld(options: RunWorldOptions): Promise<WorldEnd> {
  const { seed, tally } = options
  const { updates, persons } = firstState(seed)
  const world = new FuzzWorld({ ...options, persons })
  try {
    for (const name of documentNames) Y.applyUpdate(world.hub.docs[name], updates[name])
    for (const device of world.devices) await join(world, device.openTab())
    await playSteps(world, options.operations)
    await world.heal()
    const documents = world.openTabs.map((tab) => updatesOf(tab.workshop))
    const lost = lostDreams(world, world.hub.docs.map)
    if (lost.length > 0) throw new Error(`${lost.length} records of a newer app are gone`)
    const fromDisk = await readDisks(world)
    tally.worlds += 1
    tally.checks += documents.length + fromDisk.length
    tally.reloads += world.devices.reduce((sum, { reloads }) => sum + reloads, 0)
    return { documents: [...documents, ...fromDisk], owed: world.tokens.owed(), gaps: [...world.gaps] }
  } finally {
    await world.destroy()
  }
}

/** A small map and as many people as there are devices. */
function firstState(seed: number): {
  readonly updates: DocumentUpdates
  readonly persons: readonly PersonId[]
} {
  const { workshop, personId } = newWorkshop(seed)
  furnish(workshop, { personId })
  const persons = [personId]
  for (let name = 1; name < 3 + (seed % 6); name += 1) {
    persons.push(must(joinPerson(workshop, { personId: null }, { name: `P${name}` })))
  }
  const updates = updatesOf(workshop)
  workshop.destroy()
  return { updates, persons }
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
    found.push(updatesOf(tab.workshop))
  }
  world.throwIfBroken()
  return found
}
