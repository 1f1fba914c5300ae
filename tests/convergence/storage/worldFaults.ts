/** What can happen to a device's storage in a world, each by its name: the report counts them. */
import { openDeviceDatabase } from '../../../src/storage/database.ts'
import { logName } from '../../../src/storage/logName.ts'
import type { FuzzDevice } from './FuzzDevice.ts'
import type { FuzzWorld } from './FuzzWorld.ts'
import { actOn } from './actOn.ts'
import { changeDisk } from './changeDisk.ts'
import { settle, settleUntil } from './settle.ts'
import { catalogueName, closeConnections, loseConnections, troubleOf, upgradeLog } from './storageFaults.ts'

type Fault = (world: FuzzWorld, device: FuzzDevice) => void | Promise<void>

const DOCUMENTS = ['map', 'map', 'map', 'stage', 'review'] as const

function logOf(world: FuzzWorld, device: FuzzDevice): string {
  return logName(device.key, DOCUMENTS[world.pick(DOCUMENTS.length)] ?? 'map')
}

/** Everything that was open is gone, and every page of the device with it. */
async function powerCut(world: FuzzWorld, device: FuzzDevice): Promise<void> {
  world.excuse(await device.powerOff())
}

async function whileOff(world: FuzzWorld, device: FuzzDevice, change: () => Promise<void>): Promise<void> {
  await powerCut(world, device)
  const trouble = troubleOf(device.key)
  Object.assign(trouble, { abortNext: 0, isFull: false, isMute: false })
  await change()
}

export const faults = {
  abortedWrite: (world, device) => void (troubleOf(device.key).abortNext += 1 + world.pick(3)),
  diskFull: (_world, device) => void (troubleOf(device.key).isFull = true),
  roomAgain: (_world, device) => void (troubleOf(device.key).isFull = false),
  connectionLost: (_world, device) => loseConnections(device.key),
  connectionClosed: (_world, device) => closeConnections(device.key),
  versionChange: (world, device) => upgradeLog(logOf(world, device)),
  openNeverAnswers: (_world, device) => void (troubleOf(device.key).isMute = true),
  opensAgain: (_world, device) => void (troubleOf(device.key).isMute = false),
  powerCut,
  /** One write is rolled back, later ones are committed, and the page dies before it can make up for it. */
  powerCutAfterAbort: async (world, device) => {
    const tab = device.tabs.find(({ state }) => state === 'open')
    if (tab === undefined) return
    if (!(await settleUntil(() => tab.isSaved, 100))) return
    troubleOf(device.key).abortNext = 1
    for (let many = 2 + world.pick(4); many > 0; many -= 1) {
      actOn(world, tab)
      await Promise.resolve()
    }
    await settle(2 + world.pick(10))
    await powerCut(world, device)
  },
  pageKilled: (world, device) => {
    const tab = device.tabs[world.pick(device.tabs.length)]
    if (tab !== undefined) world.excuse(device.killTab(tab))
  },
  /** A row that no Yjs can read, as a dying disk leaves it. */
  damagedRow: (world, device) =>
    whileOff(world, device, () =>
      changeDisk(
        logOf(world, device),
        'updates',
        (store) => void store.add(Uint8Array.of(250, 250, world.pick(250))),
      ),
    ),
  copiesGone: (world, device) =>
    whileOff(world, device, async () => {
      if (device.hasOnlyCopy) return
      await changeDisk(catalogueName(device.key), 'checkpoints', (store) => void store.clear())
    }),
  copiesDamaged: (world, device) =>
    whileOff(world, device, async () => {
      if (device.hasOnlyCopy) return
      const opened = await openDeviceDatabase({ name: catalogueName(device.key) })
      if (!opened.ok) return
      await opened.value.checkpoints.toCollection().modify((row) => {
        Object.assign(row, { state: Uint8Array.of(1, 2, 3).buffer })
      })
      opened.value.close()
    }),
  /** The log is gone, after the device had said goodbye properly: the second copy has everything. */
  logGone: async (world, device) => {
    const isWhole = await closeProperly(world, device)
    if (!isWhole) return
    device.hasOnlyCopy = true
    await changeDisk(logName(device.key, 'map'), 'updates', (store) => void store.clear())
  },
} satisfies Record<string, Fault>

async function closeProperly(world: FuzzWorld, device: FuzzDevice): Promise<boolean> {
  Object.assign(troubleOf(device.key), { abortNext: 0, isFull: false, isMute: false })
  const tabs = device.tabs.filter(({ state }) => state === 'open')
  if (tabs.length === 0) return false
  await world.untilSaved(tabs)
  const copied = await Promise.all(tabs.map((tab) => tab.checkpoint()))
  await powerCut(world, device)
  return copied.every(Boolean)
}

export type FaultName = keyof typeof faults

/** How often, where it is not once; what heals comes more often than what it heals. */
const WEIGHTS: Partial<Record<FaultName, number>> = {
  abortedWrite: 5,
  diskFull: 2,
  roomAgain: 3,
  openNeverAnswers: 1,
  opensAgain: 3,
  connectionLost: 3,
  connectionClosed: 2,
  versionChange: 2,
  powerCut: 4,
  powerCutAfterAbort: 6,
  pageKilled: 3,
}

export const faultNames = (Object.keys(faults) as FaultName[]).flatMap((name) =>
  Array.from({ length: WEIGHTS[name] ?? 1 }, () => name),
)
