import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createModeratorCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { createEmbeddedStorage } from '../../../sync-server/storage/embedded.ts'
import { encodeRecord } from '../../../sync-server/storage/records.ts'
import { createLogSink, temporaryFolder } from '../helpers/startRelay.ts'

const room = roomIdOf(createModeratorCapability())
let folder = ''
let sink = createLogSink()

beforeEach(async () => {
  folder = await temporaryFolder()
  sink = createLogSink()
})

const storage = () => createEmbeddedStorage({ folder, logger: sink.logger, clock: systemClock })
const file = (name: string) => join(folder, 'rooms', room, name)

async function store(count: number): Promise<void> {
  const relayStorage = storage()
  await relayStorage.createRoom(room)
  const { log } = await relayStorage.openDocument(room, 'map')
  await log.append(Array.from({ length: count }, (_, index) => Uint8Array.of(index, index, index)))
  await log.sync()
  await log.close()
}

async function load(): Promise<number[]> {
  const { stored, log } = await storage().openDocument(room, 'map')
  await log.close()
  return stored.updates.map((update) => update[0] ?? -1)
}

describe('the summary beside a checkpoint', () => {
  async function checkpointed(): Promise<Buffer> {
    await store(3)
    const { log } = await storage().openDocument(room, 'map')
    await log.checkpoint(Uint8Array.of(9, 9, 9), 3, Uint8Array.of(4, 5))
    await log.close()
    return readFile(file('map.checkpoint'))
  }

  async function stored() {
    const opened = await storage().openDocument(room, 'map')
    await opened.log.close()
    const { checkpoint, summary } = opened.stored
    return { checkpoint: [...(checkpoint ?? [])], summary: summary === null ? null : [...(summary ?? [])] }
  }

  it('may be damaged or torn without harm to the checkpoint', async () => {
    const whole = await checkpointed()
    expect(await stored()).toEqual({ checkpoint: [9, 9, 9], summary: [4, 5] })
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(whole.length - 1) ^ 1, whole.length - 1)
    for (const bytes of [damaged, whole.subarray(0, whole.length - 3), whole.subarray(0, 30)]) {
      await writeFile(file('map.checkpoint'), bytes)
      expect(await stored()).toEqual({ checkpoint: [9, 9, 9], summary: null })
    }
  })

  it('is never taken for the checkpoint, nor for that of another one', async () => {
    const whole = await checkpointed()
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(21) ^ 1, 21)
    await writeFile(file('map.checkpoint'), damaged)
    expect(await stored()).toEqual({ checkpoint: [], summary: null })
    expect(sink.lines.at(-1)).toContain('a checkpoint is damaged and was set aside')
    const other = encodeRecord({ seq: 4, payload: Uint8Array.of(7, 7, 7) })
    await writeFile(file('map.checkpoint'), Buffer.concat([other, whole.subarray(23)]))
    expect(await stored()).toEqual({ checkpoint: [7, 7, 7], summary: null })
  })
})

describe('after a power cut', () => {
  it('keeps every whole update, wherever the last one was torn', async () => {
    await store(3)
    const whole = await readFile(file('map.log'))
    const recordBytes = whole.length / 3
    for (let cut = 1; cut < recordBytes; cut += 1) {
      await writeFile(file('map.log'), whole)
      await truncate(file('map.log'), whole.length - cut)
      expect(await load(), `cut ${cut}`).toEqual([0, 1])
      expect((await readFile(file('map.log'))).length, 'the torn tail is gone').toBe(recordBytes * 2)
    }
    expect(sink.lines.at(-1)).toContain('a log was repaired')
  })

  it('appends after the repair, so that the next start finds everything', async () => {
    await store(2)
    await appendFile(file('map.log'), Buffer.from('half a record'))
    const { log } = await storage().openDocument(room, 'map')
    await log.append([Uint8Array.of(7)])
    await log.close()
    expect(await load()).toEqual([0, 1, 7])
  })

  it('keeps what is whole behind a damaged stretch, and sets the damaged file aside', async () => {
    await store(4)
    const whole = await readFile(file('map.log'))
    const damaged = Buffer.from(whole)
    const inSecond = whole.length / 4 + 21
    damaged.writeUInt8(damaged.readUInt8(inSecond) ^ 1, inSecond)
    await writeFile(file('map.log'), damaged)
    expect(await load()).toEqual([0, 2, 3])
    const names = await readdir(join(folder, 'rooms', room))
    const aside = names.find((name) => name.startsWith('map.log.damaged'))
    expect(Buffer.compare(await readFile(file(aside ?? '')), damaged)).toBe(0)
    expect(await load(), 'repaired once, not again').toEqual([0, 2, 3])
    expect(sink.lines.filter((line) => line.includes('repaired'))).toHaveLength(1)
  })

  it('finds everything once when it struck between the checkpoint and the shortening of the log', async () => {
    await store(3)
    const log = await readFile(file('map.log'))
    const opened = await storage().openDocument(room, 'map')
    await opened.log.checkpoint(Uint8Array.of(9), 3)
    await opened.log.close()
    await writeFile(file('map.log'), log)
    const again = await storage().openDocument(room, 'map')
    expect(again.stored.checkpoint).toEqual(Uint8Array.of(9))
    expect(again.stored.updates).toEqual([])
    expect(again.log.lastSeq()).toBe(3)
    await again.log.close()
  })

  it('ignores a checkpoint that was being written', async () => {
    await store(2)
    await writeFile(file('map.checkpoint.new'), 'half of it')
    expect(await load()).toEqual([0, 1])
  })

  it('sets a damaged checkpoint aside and says so, and keeps the log', async () => {
    await store(1)
    await writeFile(file('map.checkpoint'), 'not a checkpoint')
    expect(await load()).toEqual([0])
    expect(sink.lines.join('\n')).toContain('a checkpoint is damaged')
    expect(await load()).toEqual([0])
    const names = await readdir(join(folder, 'rooms', room))
    const copies = names.filter((name) => name.includes('checkpoint.damaged'))
    expect(copies, 'once, however often the room is opened').toHaveLength(1)
    expect(await readFile(file(copies[0] ?? ''), 'utf8')).toBe('not a checkpoint')
  })
})

it('does not take an unreadable file for an empty document', async () => {
  await store(1)
  await rm(file('map.log'))
  await mkdir(file('map.log'))
  await expect(storage().openDocument(room, 'map')).rejects.toThrow('EISDIR')
})
