import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { type RoomId, roomIdOf } from '../../../src/protocol/capability.ts'
import { DAY_MS } from '../../../src/shared/clock.ts'
import { createBlobFiles } from '../../../sync-server/blobs/blobFiles.ts'
import { newLinks } from '../helpers/capabilities.ts'
import { temporaryFolder } from '../helpers/startRelay.ts'

const [renewed, received, forgotten] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
]

/** A relay's view of the folder that it shares with others. */
async function relayAt(folder: string, time: number) {
  return createBlobFiles({ folder, uploads: await temporaryFolder(), clock: { now: () => time } })
}

async function write(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'picture')
  return path
}

it('a relay whose clock is years behind takes no days from a picture that it renews, receives or copies', async () => {
  const folder = await temporaryFolder()
  const [room, next] = [roomIdOf(newLinks().moderator), roomIdOf(newLinks().moderator)]
  const behind = await relayAt(folder, Date.parse('2020-01-01'))
  const right = await relayAt(folder, Date.now())
  await write(behind.pathOf(room, renewed))
  await write(behind.uploadPathOf(room, received))
  expect(await behind.renew(room, renewed)).toBe(true)
  await behind.finish(room, received)
  await behind.copyRoom(room, next, new AbortController().signal)
  const longAgo = (Date.now() - 91 * DAY_MS) / 1000
  await utimes(await write(right.pathOf(room, forgotten)), longAgo, longAgo)
  const tooOld = Date.now() - 90 * DAY_MS
  expect(await right.sweep(tooOld, tooOld, new Set<RoomId>(), new AbortController().signal)).toBe(1)
  const sizes = [room, next].flatMap((id) => [right.sizeOf(id, renewed), right.sizeOf(id, received)])
  expect(await Promise.all(sizes)).toEqual([7, 7, 7, 7])
})

it('pictures of a room that moves are copied no further once the relay stops', async () => {
  const folder = await temporaryFolder()
  const [room, next] = [roomIdOf(newLinks().moderator), roomIdOf(newLinks().moderator)]
  const files = await relayAt(folder, Date.now())
  await write(files.pathOf(room, renewed))
  await expect(files.copyRoom(room, next, AbortSignal.abort())).rejects.toThrow('aborted')
  expect(await files.sizeOf(next, renewed)).toBeNull()
})
