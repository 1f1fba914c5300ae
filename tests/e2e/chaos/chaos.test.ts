/**
 * Eight devices with disks of their own write through networks that misbehave while devices and the built relay are
 * killed. A checker then compares what each person did and was told with what is there: for `npm run chaos` longer and
 * with any seed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createModeratorCapability } from '../../../src/protocol/capability.ts'
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { startRelay } from '../harness/startRelay.ts'
import { installStorageFaults } from '../../convergence/storage/storageFaults.ts'
import { ChaosDevice } from './ChaosDevice.ts'
import { lossesIn, lossReport } from './lossReport.ts'
import { makeTrouble, type Trouble, TROUBLES } from './troubles.ts'

const SECONDS = Number(process.env['ETAPPE_CHAOS_SECONDS'] ?? 60)
const SEED = Number(process.env['ETAPPE_CHAOS_SEED'] ?? 20_261_121)
const DEVICES = 8
const WRITE_EVERY_MS = 12
const TROUBLE_EVERY_WRITES = 20
const SETTLE_MS = 90_000

it('nothing that was delivered or saved, and nothing a living device holds, is ever missing anywhere', {
  timeout: SECONDS * 1000 + 3 * SETTLE_MS,
}, async () => {
  const uninstall = installStorageFaults({ forceClose: (connection) => connection.close() })
  const relay = await startRelay()
  const capability = createModeratorCapability()
  const devices = await Promise.all(
    Array.from({ length: DEVICES }, (_, n) => ChaosDevice.start(`d${n}`, relay.port, capability)),
  )
  try {
    const storm = await rage(devices, relay)
    for (const { network, connection } of devices) {
      network.cut()
      network.restore()
      connection.reconnect()
    }
    const fresh = await ChaosDevice.start('fresh', relay.port, capability)
    devices.push(fresh)
    await untilNothingIsMissing(devices)
    const losses = lossesIn(devices)
    const how = { seed: SEED, seconds: SECONDS, steps: storm.writes }
    expect(losses, lossReport(losses, how)).toEqual([])
    const states = new Set(devices.map((device) => JSON.stringify(sorted(device))))
    expect(states.size, `devices hold ${states.size} different maps; seed ${SEED}`).toBe(1)
    expect(storm.writes).toBeGreaterThan(SECONDS)
    const kept = devices.flatMap(({ written }) => [...written.values()])
    expect(kept.filter(({ deliveredAt }) => deliveredAt !== null).length).toBeGreaterThan(0)
    expect(kept.filter(({ savedAt }) => savedAt !== null).length).toBeGreaterThan(0)
    process.stdout.write(`${report(storm, kept.length)}\n`)
  } finally {
    await Promise.all(devices.map((device) => device.close()))
    await relay.close()
    uninstall()
  }
})

/** Gives up after a while: what is missing then is lost, and the caller says what. */
async function untilNothingIsMissing(devices: readonly ChaosDevice[]): Promise<void> {
  const ends = performance.now() + SETTLE_MS
  while (performance.now() < ends && lossesIn(devices).length > 0) await pause(100)
}

interface Storm {
  readonly writes: number
  readonly diedWithDevices: number
  readonly troubles: ReadonlyMap<Trouble, number>
}

async function rage(
  devices: readonly ChaosDevice[],
  relay: Awaited<ReturnType<typeof startRelay>>,
): Promise<Storm> {
  const next = seededNumbers(SEED)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const troubles = new Map<Trouble, number>()
  const ends = performance.now() + SECONDS * 1000
  let writes = 0
  let diedWithDevices = 0
  while (performance.now() < ends) {
    writes += 1
    for (const device of devices) device.step = writes
    pick(devices).write(`text ${writes}`)
    if (writes % TROUBLE_EVERY_WRITES === 0) {
      const trouble = pick(TROUBLES)
      troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1)
      diedWithDevices += await makeTrouble(trouble, pick(devices), relay, Math.floor(next() * 800))
    }
    await pause(WRITE_EVERY_MS)
  }
  return { writes, diedWithDevices, troubles }
}

function sorted(device: ChaosDevice): readonly (readonly [string, string])[] {
  return [...device.cards.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
}

function report({ writes, diedWithDevices, troubles }: Storm, kept: number): string {
  const faults = [...troubles].map(([name, count]) => `${name} ${count}`).join(', ')
  return (
    `chaos: seed ${SEED}, ${SECONDS} s, ${DEVICES} devices, ${writes} writes, faults: ${faults}; ` +
    `${kept} promised and all there on every device, 0 lost; ${diedWithDevices} neither saved nor delivered died with a killed device`
  )
}
