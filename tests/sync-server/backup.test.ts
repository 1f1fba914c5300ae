import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { blobHeaders, blobPath } from '../../src/protocol/blobs.ts'
import { createModeratorCapability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { ROOM_CLOSE_PATH } from '../../src/protocol/roomAdmin.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { backupData } from '../../sync-server/backup/backup.ts'
import { runBackup } from '../../sync-server/backup/runBackup.ts'
import { RESTORE_FOLDER, SWAP_MARK } from '../../sync-server/storage/cutOffRestore.ts'
import { encodeRecord } from '../../sync-server/storage/records.ts'
import { type Links, newLinks } from './helpers/capabilities.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRedis } from './helpers/redisServer.ts'
import { startRelay, type StartedRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const clock = { now: () => 1_790_000_000_000 }
const at = (dataDir: string) => ({ dataDir, blobDir: null, storage: null, clock })

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
      const done = await backupData(at(relay.dataDir), target)
      expect(done).toMatchObject({ ok: true, value: { rooms: 1, damaged: [] } })
      taken.push({ target, before })
    }
    clearInterval(timer)
    for (const { target, before } of taken) {
      const cards = await cardsAt(target, links)
      for (let index = 0; index < before; index += 1) expect(cards).toContain(`card ${index}`)
    }
  })

  it('can be put back into the same folder; what was there before is kept in it, and a running relay is left alone', async () => {
    const { relay, links, write, acknowledged } = await writingRelay()
    for (let index = 0; index < 5; index += 1) write()
    await waitFor('durable', () => acknowledged() === 5)
    const target = join(await temporaryFolder(), 'backup')
    expect(await runBackup(['backup', target], { dataDir: relay.dataDir }, clock)).toMatchObject({ ok: true })
    expect(await runBackup(['backup', target], { dataDir: relay.dataDir }, clock)).toMatchObject({
      ok: false,
    })
    write()
    await waitFor('durable', () => acknowledged() === 6)
    const refused = await runBackup(['restore', target], { dataDir: relay.dataDir }, clock)
    expect(refused).toEqual({ ok: false, error: `A relay uses ${relay.dataDir}. Stop it first.` })
    await relay.server.close()
    const { ino } = await stat(relay.dataDir)
    const restored = await runBackup(['restore', target], { dataDir: relay.dataDir }, clock)
    const aside = join(relay.dataDir, `before-restore-${clock.now()}`)
    expect(restored.ok && restored.value).toContain(aside)
    // It may be a mount point, which cannot be moved.
    expect((await stat(relay.dataDir)).ino, 'the data folder itself').toBe(ino)
    expect((await cardsAt(relay.dataDir, links)).size).toBe(5)
    expect((await cardsAt(aside, links)).size).toBe(6)
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
    const done = await backupData(at(dataDir), target)
    expect(done).toMatchObject({ ok: true, value: { damaged: [join('rooms', room, 'map.log')] } })
    expect((await stat(join(target, 'blobs', room, 'a'.repeat(64)))).mtimeMs).toBe(1_000_000)
  })

  it('that was cut short or has changed since is refused by name, and nothing is touched', async () => {
    const { relay, write, acknowledged } = await writingRelay()
    write()
    await waitFor('durable', () => acknowledged() === 1)
    await relay.server.close()
    const target = join(await temporaryFolder(), 'backup')
    expect(await runBackup(['backup', target], { dataDir: relay.dataDir }, clock)).toMatchObject({ ok: true })
    const before = await readdir(relay.dataDir)
    const [room = ''] = await readdir(join(target, 'rooms'))
    const damage = (await readdir(join(target, 'rooms', room))).find((name) => name.startsWith('map')) ?? ''
    const path = join(target, 'rooms', room, damage)
    const whole = readFileSync(path)
    const said = async () => {
      const done = await runBackup(['restore', target], { dataDir: relay.dataDir }, clock)
      return done.ok ? done.value : done.error
    }
    writeFileSync(
      path,
      whole.map((byte, index) => (index === 30 ? byte ^ 1 : byte)),
    )
    expect(await said()).toContain(`rooms/${room}/${damage} is not what was backed up`)
    writeFileSync(path, whole.subarray(0, -1))
    expect(await said()).toContain(`has ${whole.length - 1} bytes instead of ${whole.length}`)
    rmSync(path)
    expect(await said()).toContain(`rooms/${room}/${damage} cannot be read`)
    writeFileSync(path, whole)
    const manifest = readFileSync(join(target, 'backup.json'), 'utf8')
    writeFileSync(join(target, 'backup.json'), manifest.slice(0, 40))
    expect(await said()).toContain('backup.json cannot be read')
    expect(await readdir(relay.dataDir)).toEqual(before)
    writeFileSync(join(target, 'backup.json'), manifest)
    expect(await said()).toContain('Copied 1 room, ')
  })

  it('of rooms in Redis and pictures elsewhere holds them all, and comes back into Redis or into a folder', async () => {
    const redis = await startRedis()
    onTestFinished(() => redis.remove())
    const blobDir = await temporaryFolder()
    const relay = await startRelay({ config: { redisUrl: redis.url, blobDir } })
    const [links, closed] = [newLinks(), newLinks()]
    const anna = connectStock(relay, links.moderator)
    await anna.synced()
    anna.cards.set('one', 1)
    const picture = Buffer.from('a picture')
    const sha256 = createHash('sha256').update(picture).digest('hex')
    const headers = blobHeaders(roomIdOf(links.moderator), links.moderator.secret)
    const put = { method: 'PUT', headers, body: picture }
    expect((await fetch(`${relay.origin}${blobPath(sha256)}`, put)).status).toBe(201)
    await connectStock(relay, closed.moderator).synced()
    const proof = blobHeaders(roomIdOf(closed.moderator), closed.moderator.secret)
    await fetch(`${relay.origin}${ROOM_CLOSE_PATH}`, { method: 'POST', headers: proof })
    const target = join(await temporaryFolder(), 'backup')
    const config = { dataDir: relay.dataDir, blobDir, redisUrl: redis.url }
    const done = await runBackup(['backup', target], config, clock)
    expect(done.ok ? done.value : done.error).toContain('Copied 2 rooms (1 of them closed), ')
    await relay.server.close()
    expect(await runBackup(['restore', target], config, clock)).toMatchObject({
      error: expect.stringContaining('Redis holds 2 rooms') as string,
    })
    const elsewhere = { dataDir: `${relay.dataDir}-2`, blobDir: await temporaryFolder() }
    onTestFinished(() => rmSync(elsewhere.dataDir, { recursive: true, force: true }))
    for (const place of [{ ...elsewhere, redisUrl: `${redis.url}/1` }, elsewhere]) {
      const restored = await runBackup(['restore', target], place, clock)
      expect(restored.ok ? restored.value : restored.error).toContain('Copied 2 rooms (1 of them closed), ')
      const again = await startRelay({ dataDir: place.dataDir, config: place })
      const reader = connectStock(again, links.reader)
      await reader.synced()
      await waitFor('the card', () => reader.cards.get('one') === 1)
      const shut = connectStock(again, closed.moderator)
      await waitFor('closed', () => shut.closes.at(-1) === CLOSE_CODES.roomClosed)
      const loaded = await fetch(`${again.origin}${blobPath(sha256)}`, { headers })
      expect(await loaded.text()).toBe('a picture')
      reader.stop()
      await again.server.close()
    }
  })

  it('that fails leaves nothing half done, and never removes a folder that somebody else made', async () => {
    const [dataDir, empty] = [await temporaryFolder(), await temporaryFolder()]
    const target = join(empty, 'backup')
    const said = async (command: string) => {
      const done = await runBackup([command, target], { dataDir }, clock)
      return done.ok ? 'done' : done.error
    }
    mkdirSync(join(dataDir, 'rooms', 'room'), { recursive: true })
    writeFileSync(join(dataDir, 'rooms', 'room', 'room.json'), '{"format":1}')
    mkdirSync(`${target}.partial`)
    writeFileSync(join(`${target}.partial`, 'mine'), 'text')
    expect(await said('backup')).toContain(`${target}.partial is in the way`)
    expect(readFileSync(join(`${target}.partial`, 'mine'), 'utf8')).toBe('text')
    rmSync(`${target}.partial`, { recursive: true })
    writeFileSync(join(dataDir, 'local-ca'), 'a file where a folder should be')
    expect(await said('backup')).toContain('backup failed')
    expect(await readdir(empty)).toEqual([])
    rmSync(join(dataDir, 'local-ca'))
    expect(await said('backup')).toBe('done')
    expect((await readdir(target)).toSorted()).toEqual(['backup.json', 'rooms'])
    writeFileSync(join(dataDir, `before-restore-${clock.now()}`), 'a file where what was there would go')
    const before = await readdir(dataDir, { recursive: true })
    expect(await said('restore')).toContain('restore failed')
    expect(await readdir(dataDir, { recursive: true })).toEqual(before)
  })

  it('is not taken of a folder in which a restore was cut off, since it would be neither the old nor the new', async () => {
    const dataDir = await temporaryFolder()
    mkdirSync(join(dataDir, 'rooms'))
    mkdirSync(join(dataDir, RESTORE_FOLDER))
    writeFileSync(join(dataDir, RESTORE_FOLDER, SWAP_MARK), '')
    const target = join(await temporaryFolder(), 'backup')
    const done = await backupData(at(dataDir), target)
    expect(done.ok ? '' : done.error).toContain('Run the restore again first.')
    await expect(stat(target)).rejects.toThrow('ENOENT')
  })

  it('of nothing, into itself, or with wrong words changes nothing and says why', async () => {
    const dataDir = await temporaryFolder()
    mkdirSync(join(dataDir, 'rooms'))
    const empty = await temporaryFolder()
    const said = async (args: string[], folder = dataDir) => {
      const done = await runBackup(args, { dataDir: folder }, clock)
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
