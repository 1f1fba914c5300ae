import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Capability } from '../../src/protocol/capability.ts'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { syncUrl } from '../../src/protocol/socketPath.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { bundleRelay, spawnRelay } from './helpers/relayProcess.ts'
import { temporaryFolder } from './helpers/startRelay.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

let script = ''
let remove = async () => {}

beforeAll(async () => {
  const bundle = await bundleRelay('crash')
  script = bundle.script
  remove = bundle.remove
})
afterAll(() => remove())

function join(port: number, capability: Capability): RawClient {
  const url = `${syncUrl(`http://127.0.0.1:${port}`, roomIdOf(capability))}/map`
  return connectRaw(url, offerProtocols(capability.secret, { acknowledge: true }))
}

async function cardsAt(port: number, capability: Capability): Promise<Set<string>> {
  const client = join(port, capability)
  await client.opened()
  client.step1()
  await waitFor('answered', () => client.syncs(1).length > 0)
  client.socket.close()
  return new Set(cardsIn([...client.syncs(2), ...client.syncs(1)]))
}

describe('kill -9 under load', () => {
  it('loses no edit that somebody else had seen, and none that was acknowledged, three times in a row', async () => {
    const dataDir = await temporaryFolder()
    const links = newLinks()
    const sent: string[] = []
    let relay = spawnRelay(script, { ETAPPE_DATA: dataDir })
    for (let round = 0; round < 3; round += 1) {
      const port = await relay.port()
      const writers = Array.from({ length: 4 }, () => join(port, links.moderator))
      const reader = join(port, links.reader)
      await Promise.all([...writers, reader].map((client) => client.opened()))
      reader.step1()
      await waitFor('the reader is synced', () => reader.syncs(1).length > 0)
      const keys = writers.map(() => [] as string[])
      const edit = setInterval(() => {
        for (const [index, writer] of writers.entries()) {
          const key = `round ${round}, writer ${index}, card ${keys[index]?.length ?? 0}`
          keys[index]?.push(key)
          sent.push(key)
          if (writer.socket.readyState === 1) writer.update(updateSetting(key))
        }
      }, 1)
      const acknowledged = () =>
        writers.flatMap((writer, index) => keys[index]?.slice(0, writer.acknowledged()) ?? [])
      await waitFor('a good deal was seen', () => reader.syncs(2).length > 20 + round * 7)
      // Busy with many edits the relay may first tell others of them, and their writers a little later.
      await waitFor('some of it was acknowledged', () => acknowledged().length > 20)
      relay.child.kill('SIGKILL')
      await relay.exited()
      clearInterval(edit)
      const seen = cardsIn([...reader.syncs(1), ...reader.syncs(2)])
      relay = spawnRelay(script, { ETAPPE_DATA: dataDir })
      const kept = await cardsAt(await relay.port(), links.reader)
      expect(seen.length).toBeGreaterThan(20)
      expect(seen.filter((key) => !kept.has(key))).toEqual([])
      expect(acknowledged().filter((key) => !kept.has(key))).toEqual([])
    }
    expect(sent.length).toBeGreaterThan(100)
  })
})

describe('a signal to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s: clients hear it, everything is kept, the process ends with 0',
    async (signal) => {
      const dataDir = await temporaryFolder()
      const links = newLinks()
      const relay = spawnRelay(script, { ETAPPE_DATA: dataDir })
      const writer = join(await relay.port(), links.moderator)
      await writer.opened()
      for (let index = 0; index < 500; index += 1) writer.update(updateSetting(`card-${index}`))
      await waitFor('some are acknowledged', () => writer.acknowledged() > 10)
      relay.child.kill(signal)
      relay.child.kill(signal)
      expect(await writer.closed()).toBe(CLOSE_CODES.stopping)
      expect(await relay.exited()).toBe(0)
      const again = spawnRelay(script, { ETAPPE_DATA: dataDir })
      const kept = await cardsAt(await again.port(), links.reader)
      for (let index = 0; index < writer.acknowledged(); index += 1) expect(kept).toContain(`card-${index}`)
    },
  )
})

it('a log that nobody reads any more does not end the relay', async () => {
  const relay = spawnRelay(script, { ETAPPE_DATA: await temporaryFolder() })
  const port = await relay.port()
  relay.child.stdout?.destroy()
  for (let index = 0; index < 3; index += 1) {
    const refused = connectRaw(`ws://127.0.0.1:${port}/sync/nowhere/map`, [])
    expect(await refused.closed()).toBe(CLOSE_CODES.unknownDocument)
  }
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

describe('starting', () => {
  it('says what to do when the port is in use, or the data folder, and changes nothing', async () => {
    const dataDir = await temporaryFolder()
    const first = spawnRelay(script, { ETAPPE_DATA: dataDir })
    const port = await first.port()
    const samePort = spawnRelay(script, { ETAPPE_DATA: await temporaryFolder(), PORT: String(port) })
    expect(await samePort.exited()).toBe(1)
    expect(samePort.errors()).toContain(`Port ${port} is in use`)
    const sameData = spawnRelay(script, { ETAPPE_DATA: dataDir })
    expect(await sameData.exited()).toBe(1)
    expect(sameData.errors()).toContain('Another relay uses the data folder')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  })

  it('names every wrong setting', async () => {
    const relay = spawnRelay(script, {
      PORT: 'eighty',
      ETAPPE_CREATE: 'maybe',
      ETAPPE_ORIGINS: 'workshop.example',
    })
    expect(await relay.exited()).toBe(1)
    for (const name of ['PORT', 'ETAPPE_CREATE', 'ETAPPE_ORIGINS'])
      expect(relay.errors()).toContain(`${name} `)
    expect(relay.output()).toBe('')
  })

  it('prints the address, and no picture of a code where nobody could scan it', async () => {
    const relay = spawnRelay(script, { ETAPPE_DATA: await temporaryFolder() })
    const port = await relay.port()
    expect(relay.output()).toContain(`http://127.0.0.1:${port}/`)
    expect(relay.output()).not.toContain('▀')
  })
})
