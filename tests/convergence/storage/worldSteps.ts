/** What happens in a world, step by step, drawn from its seed: people work, the network and the storage misbehave. */
import { mergeWorkshopFile, previewMerge } from '../../../src/exchange/workshopFile/mergeWorkshopFile.ts'
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { actOn } from './actOn.ts'
import { checkQuiet } from './checkQuiet.ts'
import type { FuzzTab } from './FuzzTab.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { settle, settleOrRest } from './settle.ts'
import { writeFromTomorrow } from './tomorrow.ts'
import { faultNames, faults } from './worldFaults.ts'
import type { WorldRules } from './worldRules.ts'
import { count } from './worldTally.ts'

interface Drawer {
  readonly files: Uint8Array[]
}

/** So many messages at most come through in one go. */
const SOON = [12, 40, 150, 600] as const

type Step = (world: FuzzWorld, drawer: Drawer) => void | Promise<void>

function anyOf<T>(world: FuzzWorld, items: readonly T[]): T | undefined {
  return items[world.pick(Math.max(1, items.length))]
}

/** Who has been shut out by a newer app tries now and then; mostly somebody sits down who can work. */
function whoActs(world: FuzzWorld): FuzzTab | undefined {
  const open = world.openTabs
  if (!world.hasNewerApp || world.pick(12) === 0) return anyOf(world, open)
  return anyOf(
    world,
    open.filter((tab) => !tab.onlyReads),
  )
}

function act(world: FuzzWorld): void {
  const tab = whoActs(world)
  if (tab !== undefined) actOn(world, tab)
}

/** One or two people do several things, faster or slower than the disk. */
async function sit(world: FuzzWorld): Promise<void> {
  const [tab, other] = [whoActs(world), whoActs(world)]
  const isTogether = world.pick(3) === 0
  for (let many = 1 + world.pick(20); many > 0; many -= 1) {
    const next = isTogether && world.pick(2) === 0 ? other : tab
    if (next?.state !== 'open') continue
    actOn(world, next)
    const pause = world.pick(8)
    if (pause === 0) await settle(1)
    else if (pause < 3) await Promise.resolve()
  }
}

function deliver(world: FuzzWorld): void {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  if (!world.hub.isConnected(tab)) return
  const most = world.rules.sittings ? (SOON[world.pick(SOON.length)] ?? 12) : 12
  world.hub.deliverUp(tab, world.pick(most))
  for (let many = world.pick(most); many > 0; many -= 1) {
    const isTwice = world.pick(10) === 0
    if (isTwice && world.hub.deliverDown(tab, world.pickNext, true)) count(world.tally.faults, 'messageTwice')
    else if (!isTwice) world.hub.deliverDown(tab, world.pickNext)
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
  await settleOrRest(() => isClosed, 60)
  world.excuse(tab.device.killTab(tab))
}

async function giveFile(world: FuzzWorld, { files }: Drawer): Promise<void> {
  const tab = anyOf(world, world.openTabs)
  if (tab === undefined) return
  const content = fileOfWorkshop(tab.workshop, { appVersion: '1', createdAt: 0, media: [] })
  const written = await writeWorkshopFile(content)
  if (!written.ok) throw new Error(`no file was written: ${written.error.code}`)
  files.push(written.value.bytes)
  count(world.tally.events, tab.onlyReads ? 'file written by an older app' : 'file written')
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

/** Nothing is on the way between the tabs of one device; its disk and its network may be as they like. */
async function beQuiet(world: FuzzWorld): Promise<void> {
  const device = anyOf(world, world.devices)
  if (device !== undefined) await checkQuiet(world, device)
}

type Weighted = readonly (readonly [weight: number, step: Step])[]

const BESIDES: Weighted = [
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

/** By the version of the rules. */
const STEPS: Readonly<Record<WorldRules['version'], Weighted>> = {
  1: [[100, act], ...BESIDES],
  2: [
    [100, sit],
    ...BESIDES,
    [12, misbehave],
    [5, network],
    [6, writeFromTomorrow],
    [6, (world) => world.bringPast()],
    [5, beQuiet],
  ],
}

export async function playSteps(world: FuzzWorld, operationsWanted: number): Promise<void> {
  const drawer: Drawer = { files: [] }
  const steps = STEPS[world.rules.version]
  const total = steps.reduce((sum, [weight]) => sum + weight, 0)
  const start = world.tally.acted
  // A world where nobody gets to work for long ends all the same.
  for (let step = 0; step < operationsWanted * 6 && world.tally.acted - start < operationsWanted; step += 1) {
    world.isLate = world.tally.acted - start > operationsWanted * 0.55
    let at = world.pick(total)
    for (const [weight, run] of steps) {
      at -= weight
      if (at >= 0) continue
      await run(world, drawer)
      break
    }
    world.throwIfBroken()
  }
}
