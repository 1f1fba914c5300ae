import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Capability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { syncUrl } from '../../src/protocol/socketPath.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { watchDisk } from './helpers/powerCut.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { bundleRelay, spawnRelay } from './helpers/relayProcess.ts'
import { seeded } from './helpers/seeded.ts'
import { startRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const seed = 20_261_122

function joined(origin: string, held: Capability): RawClient {
  const url = `${syncUrl(origin, roomIdOf(held))}/map`
  return connectRaw(url, offerProtocols(held.secret, { acknowledge: true }))
}

describe('a power cut', () => {
  it(`loses no acknowledged edit, whatever the disk kept of the rest (seed ${seed})`, async () => {
    const random = seeded(seed)
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'probe'), '')
    const disk = await watchDisk(join(folder, 'probe'))
    const relay = await startRelay({ limits: { checkpointBytes: 6_000, coalesceMs: 2, syncMs: 5 } })
    const links = newLinks()
    const writers = [joined(relay.origin, links.moderator), joined(relay.origin, links.writer)]
    for (const writer of writers) await writer.opened()
    const sent = writers.map(() => [] as string[])
    const cuts: { readonly dataDir: string; readonly acknowledged: readonly string[] }[] = []
    while (cuts.length < 12 || disk.syncs() <= 20) {
      for (const [index, writer] of writers.entries()) {
        const key = `writer ${index}, card ${sent[index]?.length ?? 0}`
        sent[index]?.push(key)
        writer.update(updateSetting(key, 'x'.repeat(Math.floor(random() * 200))))
      }
      await new Promise((resolve) => setTimeout(resolve, random() * 4))
      if (random() > 0.06) continue
      const acknowledged = writers.flatMap(
        (writer, index) => sent[index]?.slice(0, writer.acknowledged()) ?? [],
      )
      const dataDir = join(folder, `cut ${cuts.length}`)
      disk.cut(relay.dataDir, dataDir, random)
      cuts.push({ dataDir, acknowledged })
    }
    expect(disk.syncs()).toBeGreaterThan(20)
    expect(cuts.at(-1)?.acknowledged.length).toBeGreaterThan(50)
    for (const { dataDir, acknowledged } of cuts) {
      const after = await startRelay({ dataDir })
      const reader = connectStock(after, links.moderator)
      await reader.synced()
      expect(acknowledged.filter((key) => !reader.cards.has(key))).toEqual([])
      reader.stop()
      await after.server.close()
    }
  })
})

describe('a full disk', () => {
  let script = ''
  let remove = async () => {}
  beforeAll(async () => {
    const bundle = await bundleRelay('full-disk')
    script = bundle.script
    remove = bundle.remove
  })
  afterAll(() => remove())

  it('acknowledges nothing more, says so to the writer, and keeps all that it acknowledged', async () => {
    const dataDir = await temporaryFolder()
    const links = newLinks()
    // The system refuses to let any file grow beyond 64 kB: to the relay that is a disk without space.
    const relay = spawnRelay(script, { ETAPPE_DATA: dataDir }, [], { maxFileKilobytes: 64 })
    const origin = `http://127.0.0.1:${await relay.port()}`
    const writer = joined(origin, links.moderator)
    await writer.opened()
    const sent: string[] = []
    const write = () => {
      sent.push(`card ${sent.length}`)
      writer.update(updateSetting(sent.at(-1) ?? '', 'x'.repeat(500)))
    }
    while (sent.length < 30) write()
    await waitFor('acknowledged while there is space', () => writer.acknowledged() === 30)
    while (writer.socket.readyState === 1 && sent.length < 5_000) {
      write()
      if (sent.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await writer.closed()).toBe(CLOSE_CODES.storageFailed)
    expect(writer.acknowledged()).toBeGreaterThanOrEqual(30)
    expect(writer.acknowledged()).toBeLessThan(200)
    expect(relay.output()).toContain('the disk failed')
    relay.child.kill('SIGKILL')
    await relay.exited()
    const roomy = spawnRelay(script, { ETAPPE_DATA: dataDir })
    const later = joined(`http://127.0.0.1:${await roomy.port()}`, links.reader)
    await later.opened()
    later.step1()
    await waitFor('answered', () => later.syncs(1).length > 0)
    const kept = new Set(cardsIn([...later.syncs(2), ...later.syncs(1)]))
    expect(sent.slice(0, writer.acknowledged()).filter((key) => !kept.has(key))).toEqual([])
    const again = joined(`http://127.0.0.1:${await roomy.port()}`, links.moderator)
    await again.opened()
    again.update(updateSetting('there is space again'))
    await waitFor('acknowledged', () => again.acknowledged() === 1)
  })
})
