import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPower, watchMachine } from '../../sync-server/machineWatch.ts'
import { createLogSink, startRelay, temporaryFolder } from './helpers/startRelay.ts'
import { waitFor } from './helpers/waitFor.ts'

async function watched(dataDir: string, first: string[], onBattery: boolean | null = null) {
  const { logger, lines } = createLogSink()
  const machine = { addresses: first, onBattery, time: 1_000_000 }
  const moves: string[][] = []
  const watch = await watchMachine({
    dataDir,
    addresses: () => machine.addresses,
    onBattery: () => Promise.resolve(machine.onBattery),
    logger,
    clock: { now: () => machine.time },
    onMoved: () => void moves.push(machine.addresses),
    lookMs: 5,
  })
  return { machine, lines, moves, watch }
}

describe('the machine the relay runs on', () => {
  it('is known by its addresses at the next start; a change is said once, also while it runs', async () => {
    const dataDir = await temporaryFolder()
    const first = await watched(dataDir, ['192.168.1.20', '10.0.0.5'])
    expect(first.watch.formerAddresses).toBeNull()
    first.machine.addresses = []
    first.machine.addresses = ['192.168.1.33']
    await waitFor('said', () => first.moves.length === 1)
    expect(first.lines.join()).toContain('"before":["192.168.1.20","10.0.0.5"],"now":["192.168.1.33"]')
    await first.watch.stop()
    const same = await watched(dataDir, ['192.168.1.33', '172.16.0.1'])
    expect(same.watch.formerAddresses, 'one of them is the same').toBeNull()
    await same.watch.stop()
    const moved = await watched(dataDir, ['10.9.9.9'])
    expect(moved.watch.formerAddresses).toEqual(['192.168.1.33', '172.16.0.1'])
    await moved.watch.stop()
  })

  it('that starts without a network says when it is in one, and that tablets knew it under another address', async () => {
    const dataDir = await temporaryFolder()
    const first = await watched(dataDir, [])
    first.machine.addresses = ['10.0.0.5']
    await waitFor('in a network', () => first.moves.length === 1)
    expect(first.lines.join()).toContain('tablets reach this machine at these addresses')
    expect(first.lines.join()).toContain('"addresses":["10.0.0.5"]')
    await first.watch.stop()
    const second = await watched(dataDir, [])
    second.machine.addresses = ['10.0.0.6']
    await waitFor('in another', () => second.moves.length === 1)
    expect(second.lines.join()).toContain('"before":["10.0.0.5"],"now":["10.0.0.6"]')
    await second.watch.stop()
  })

  it('that loses its network says so once, and where it is found when it is back', async () => {
    const { machine, lines, moves, watch } = await watched(await temporaryFolder(), ['10.0.0.5', '10.1.0.5'])
    machine.addresses = []
    await waitFor('lost', () => lines.some((line) => line.includes('in no network any more')))
    machine.addresses = ['10.1.0.5', '10.0.0.5']
    await waitFor('back', () => lines.some((line) => line.includes('tablets reach this machine')))
    expect(moves, 'the same addresses in another order').toEqual([])
    machine.addresses = ['10.1.0.5', '10.0.0.5', '172.17.0.1']
    await waitFor('one more', () => moves.length === 1)
    await watch.stop()
    expect(lines.filter((line) => line.includes('in no network any more'))).toHaveLength(1)
    expect(lines.join(), 'what tablets know still holds').not.toContain('have changed')
  })

  it('is served although its addresses cannot be noted, on a full disk for example, which is said', async () => {
    const dataDir = await temporaryFolder()
    mkdirSync(join(dataDir, 'addresses.json.new'))
    const { lines, moves, machine, watch } = await watched(dataDir, ['10.0.0.5'])
    expect(lines.join()).toContain('could not be noted')
    machine.addresses = ['10.0.0.6']
    await waitFor('still watched', () => moves.length === 1)
    await watch.stop()
  })

  it('is served although what was noted cannot be read, being another user’s for example', async () => {
    const dataDir = await temporaryFolder()
    for (const note of ['addresses.json', 'seen-time.json']) mkdirSync(join(dataDir, note))
    const relay = await startRelay({ dataDir })
    expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200)
    expect(relay.log.join()).toContain('the time could not be noted')
  })

  it('that sleeps or loses its power is said', async () => {
    const { machine, lines, watch } = await watched(await temporaryFolder(), ['10.0.0.5'], false)
    machine.time += 61_000
    await waitFor('slept', () => lines.some((line) => line.includes('slept') && line.includes('61')))
    expect(lines.join()).not.toContain('battery')
    machine.onBattery = true
    await waitFor('battery', () => lines.some((line) => line.includes('battery')))
    await watch.stop()
    expect(lines).toHaveLength(2)
  })

  it('tells about its battery, or that it has none', async () => {
    const folder = await temporaryFolder()
    const supply = (name: string, files: Record<string, string>) => {
      mkdirSync(join(folder, name), { recursive: true })
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), `${text}\n`)
    }
    expect(await readPower(join(folder, 'none'))).toBeNull()
    supply('AC', { type: 'Mains', online: '1' })
    expect(await readPower(folder)).toBeNull()
    supply('BAT0', { type: 'Battery', status: 'Charging' })
    expect(await readPower(folder)).toBe(false)
    supply('BAT0', { status: 'Discharging' })
    expect(await readPower(folder)).toBe(true)
  })
})
