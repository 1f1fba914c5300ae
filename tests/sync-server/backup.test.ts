import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createModeratorCapability, roomIdOf } from '../../src/protocol/capability.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { backupData } from '../../sync-server/backup.ts'
import { runBackup } from '../../sync-server/runBackup.ts'
import { encodeRecord } from '../../sync-server/storage/records.ts'
import { type Links, newLinks } from './helpers/capabilities.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const clock = { now: () => 1_790_000_000_000 }

async function cardsAt(dataDir: string, links: Links): Promise<Set<string>> {
  const relay = await startRelay({ dataDir })
  const reader = connectStock(relay, links.moderator)
  await reader.synced()
  const cards = new Set(reader.cards.keys())
  reader.stop()
  await relay.server.close()
  return cards
}

async function writingRelay(
  limits = {},
): Promise<{ relay: StartedRelay; links: Links; write: () => void; acknowledged: () => number }> {
  const relay = await startRelay({ limits })
  const links = newLinks()
  const protocols = offerProtocols(links.moderator.secret, { acknowledge: true })
  const writer = connectRaw(`${relay.urlOf(links.moderator)}/map`, protocols)
  await writer.opened()
  let sent = 0
  const write = () => writer.update(updateSetting(`card ${sent++}`, 'x'.repeat(100)))
  return { relay, links, write, acknowledged: writer.acknowledged }
}

describe('a backup', () => {
  it('taken while people write has every edit that was acknowledged before it began, ten times', async () => {
    const { relay, links, write, acknowledged } = await writingRelay({
      checkpointBytes: 3_000,
      coalesceMs: 1,
    })
    const folder = await temporaryFolder()
    const taken: { readonly target: string; readonly before: number }[] = []
    const timer = setInterval(write, 1)
    while (taken.length < 10) {
      const goal = acknowledged() + 15
      await waitFor('some more', () => acknowledged() >= goal)
      const target = join(folder, `backup ${taken.length}`)
      const before = acknowledged()
      const done = await backupData(relay.dataDir, target)
      expect(done).toMatchObject({ ok: true, value: { rooms: 1, damaged: [] } })
      taken.push({ target, before })
    }
    clearInterval(timer)
    for (const { target, before } of taken) {
      const cards = await cardsAt(target, links)
      for (let index = 0; index < before; index += 1) expect(cards).toContain(`card ${index}`)
    }
  })

  it('can be put back; what was there before is kept beside it, and a running relay is left alone', async () => {
    const { relay, links, write, acknowledged } = await writingRelay()
    for (let index = 0; index < 5; index += 1) write()
    await waitFor('durable', () => acknowledged() === 5)
    const target = join(await temporaryFolder(), 'backup')
    expect(await runBackup(['backup', target], relay.dataDir, clock)).toMatchObject({ ok: true })
    expect(await runBackup(['backup', target], relay.dataDir, clock)).toMatchObject({ ok: false })
    write()
    await waitFor('durable', () => acknowledged() === 6)
    const refused = await runBackup(['restore', target], relay.dataDir, clock)
    expect(refused).toEqual({ ok: false, error: `A relay uses ${relay.dataDir}. Stop it first.` })
    await relay.server.close()
    const restored = await runBackup(['restore', target], relay.dataDir, clock)
    expect(restored.ok && restored.value).toContain(`${relay.dataDir}.before-restore-${clock.now()}`)
    expect((await cardsAt(relay.dataDir, links)).size).toBe(5)
    expect((await cardsAt(`${relay.dataDir}.before-restore-${clock.now()}`, links)).size).toBe(6)
  })

  it('keeps when a picture was last listed, and names damage that was there before', async () => {
    const dataDir = await temporaryFolder()
    const room = roomIdOf(createModeratorCapability())
    mkdirSync(join(dataDir, 'blobs', room), { recursive: true })
    mkdirSync(join(dataDir, 'rooms', room), { recursive: true })
    writeFileSync(join(dataDir, 'blobs', room, 'a'.repeat(64)), 'picture')
    await utimes(join(dataDir, 'blobs', room, 'a'.repeat(64)), 1_000, 1_000)
    const record = encodeRecord({ seq: 1, payload: Uint8Array.of(0, 0) })
    writeFileSync(
      join(dataDir, 'rooms', room, 'map.log'),
      Buffer.concat([record, Buffer.from('rubbish'), record]),
    )
    const target = join(await temporaryFolder(), 'backup')
    const done = await backupData(dataDir, target)
    expect(done).toMatchObject({ ok: true, value: { damaged: [join('rooms', room, 'map.log')] } })
    expect((await stat(join(target, 'blobs', room, 'a'.repeat(64)))).mtimeMs).toBe(1_000_000)
  })

  it('of nothing, into itself, or with wrong words changes nothing and says why', async () => {
    const dataDir = await temporaryFolder()
    mkdirSync(join(dataDir, 'rooms'))
    const empty = await temporaryFolder()
    const said = async (args: string[], folder = dataDir) => {
      const done = await runBackup(args, folder, clock)
      return done.ok ? 'done' : done.error
    }
    expect(await said(['backup', join(empty, 'x')], empty)).toContain('no data folder')
    expect(await said(['backup', join(dataDir, 'inside')])).toContain('inside the data folder')
    expect(await said(['restore', empty])).toContain('no backup')
    expect(await said(['backup'])).toContain('Usage')
    expect(await readdir(dataDir)).toEqual(['rooms'])
  })
})

it('a relay with ten thousand rooms starts within a second', async () => {
  const dataDir = await temporaryFolder()
  const record = encodeRecord({ seq: 1, payload: updateSetting('card') })
  for (let index = 0; index < 10_000; index += 1) {
    const folder = join(dataDir, 'rooms', `${index}`.padStart(42, 'A').concat('A'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'room.json'), '{"format":1}')
    if (index % 20 === 0) writeFileSync(join(folder, 'map.log'), record)
  }
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  const relay = await startRelay({ dataDir })
  const { user, system } = process.cpuUsage(cpu)
  expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200)
  expect((user + system) / 1e6, `${performance.now() - startedAt} ms by the clock`).toBeLessThan(1)
})
