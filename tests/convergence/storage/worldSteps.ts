/** What happens in a world, step by step, drawn from its seed: people work, the network and the storage misbehave. */
import { mergeWorkshopFile, previewMerge } from '../../../src/exchange/workshopFile/mergeWorkshopFile.ts'
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { actOn } from './actOn.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { settle, settleUntil } from './settle.ts'
import { writeFromTomorrow } from './tomorrow.ts'
import { faultNames, faults } from './worldFaults.ts'
import { count } from './worldTally.ts'

interface Drawer {
  readonly files: Uint8Array[]
}

type Step = (world: FuzzWorld, drawer: Drawer) => void | Promise<void>

function anyOf<T>(world: FuzzWorld, items: readonly T[]): T | undefined {
  return items[world.pick(Math.max(1, items.length))]
}

function act(world: FuzzWorld): void {
  const tab = anyOf(world, world.openTabs)
  if (tab !== undefined) actOn(world, tab)
}

function deliver(world: FuzzWorld): void {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  if (!world.hub.isConnected(tab)) return
  world.hub.deliverUp(tab, world.pick(12))
  for (let many = world.pick(12); many > 0; many -= 1) {
    const isTwice = world.pick(10) === 0
    if (isTwice) count(world.tally.faults, 'messageTwice')
    world.hub.deliverDown(tab, (length) => (world.inOrder ? 0 : world.pick(length)), isTwice)
  }
}

/** Whatever was on the way is lost with the connection. */
function network(world: FuzzWorld): void {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  if (tab.disconnect === null) return world.connect(tab)
  tab.disconnect()
  tab.disconnect = null
  count(world.tally.faults, 'disconnected')
}

async function open(world: FuzzWorld): Promise<void> {
  const device = anyOf(
    world,
    world.devices.filter(({ tabs }) => tabs.length < 2),
  )
  if (device === undefined) return
  count(world.tally.events, device.tabs.length === 0 ? 'opened' : 'second tab')
  device.openTab()
  await settle(world.pick(60))
}

async function close(world: FuzzWorld): Promise<void> {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  count(world.tally.events, 'closed')
  let isClosed = false
  void tab.close().then(() => {
    isClosed = true
  })
  await settleUntil(() => isClosed, 60)
  world.excuse(tab.device.killTab(tab))
}

async function giveFile(world: FuzzWorld, { files }: Drawer): Promise<void> {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  const content = fileOfWorkshop(tab.workshop, { appVersion: '1', createdAt: 0, media: [] })
  const written = await writeWorkshopFile(content)
  if (!written.ok) throw new Error(`no file was written: ${written.error.code}`)
  files.push(written.value.bytes)
  count(world.tally.events, 'file written')
}

async function takeFile(world: FuzzWorld, { files }: Drawer): Promise<void> {
  const [tab, bytes] = [anyOf(world, world.openTabs), anyOf(world, files)]
  if (tab === undefined || bytes === undefined) return
  const read = await readWorkshopFile(bytes)
  if (!read.ok) throw new Error(`a file cannot be read: ${read.error[0]?.code}`)
  const preview = previewMerge(tab.workshop, read.value)
  if (!preview.ok) throw new Error(`a file cannot be merged: ${preview.error.code}`)
  mergeWorkshopFile(tab.workshop, read.value)
  count(world.tally.events, 'file merged')
}

function page(world: FuzzWorld): void {
  const tab: FuzzTab | undefined = anyOf(world, world.openTabs)
  const moment = world.pick(2) === 0 ? 'hide' : 'show'
  count(world.tally.events, moment)
  tab?.play(moment)
}

async function misbehave(world: FuzzWorld): Promise<void> {
  const device = anyOf(world, world.devices)
  const name = anyOf(world, faultNames)
  if (device === undefined || name === undefined) return
  count(world.tally.faults, name)
  await faults[name](world, device)
}

function pass(world: FuzzWorld): void {
  world.time.pass([50, 400, 1_500, 4_000, 11_000, 40_000, 200_000][world.pick(7)] ?? 0)
}

/** A page that could not load, or does not come to it, is opened again by whoever sits there. */
function reloadStuck(world: FuzzWorld): void {
  const tab = anyOf(
    world,
    world.tabs.filter(({ state }) => state !== 'open'),
  )
  if (tab === undefined) return
  count(world.tally.events, 'reloaded while not open')
  world.excuse(tab.device.killTab(tab))
}

const STEPS: readonly (readonly [weight: number, step: Step])[] = [
  [100, act],
  [40, deliver],
  [5, network],
  [25, (world) => settle(world.pick(12))],
  [8, pass],
  [8, misbehave],
  [10, open],
  [3, close],
  [2, reloadStuck],
  [2, page],
  [1, giveFile],
  [1, takeFile],
  [2, writeFromTomorrow],
]
const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0)

export async function playSteps(world: FuzzWorld, operationsWanted: number): Promise<void> {
  const drawer: Drawer = { files: [] }
  const start = world.tally.acted
  // A world where nobody gets to work for long ends all the same.
  for (let step = 0; step < operationsWanted * 6 && world.tally.acted - start < operationsWanted; step += 1) {
    let at = world.pick(TOTAL)
    for (const [weight, run] of STEPS) {
      at -= weight
      if (at >= 0) continue
      await run(world, drawer)
      break
    }
    world.throwIfBroken()
  }
}
