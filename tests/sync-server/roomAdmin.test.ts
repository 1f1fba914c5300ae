import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blobHeaders, blobPath } from '../../src/protocol/blobs.ts'
import { type Capability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { NEW_PROOF_HEADER, ROOM_CLOSE_PATH, ROOM_ROTATE_PATH } from '../../src/protocol/roomAdmin.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

async function post(relay: StartedRelay, path: string, held: Capability, next?: Capability) {
  const headers = {
    ...blobHeaders(roomIdOf(held), held.secret),
    ...(next === undefined ? {} : { [NEW_PROOF_HEADER]: next.secret }),
  }
  const response = await fetch(relay.origin + path, { method: 'POST', headers })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function openedAndLeft(relay: StartedRelay, ...moderators: readonly Capability[]): Promise<void> {
  const clients = moderators.map((moderator) => connectStock(relay, moderator))
  await Promise.all(clients.map((client) => client.synced()))
  for (const client of clients) client.stop()
  await waitFor('left', () => relay.server.health().rooms === 0)
}

describe('closing a room', () => {
  it('needs the moderator’s link; then everybody is told so and nobody gets in again, not after a restart', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const [anna, ben] = [connectStock(relay, links.moderator), connectStock(relay, links.reader)]
    await Promise.all([anna.synced(), ben.synced().catch(() => undefined)])
    expect(await post(relay, ROOM_CLOSE_PATH, links.writer)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    expect(anna.closes).toEqual([])
    expect((await post(relay, ROOM_CLOSE_PATH, links.moderator)).status).toBe(200)
    for (const client of [anna, ben])
      await waitFor('told', () => client.closes.at(-1) === CLOSE_CODES.roomClosed)
    expect((await post(relay, ROOM_CLOSE_PATH, links.moderator)).body['code']).toBe('roomClosed')
    await relay.server.close()
    const again = await startRelay({ dataDir: relay.dataDir })
    const late = connectStock(again, links.moderator)
    await waitFor('told', () => late.closes.at(-1) === CLOSE_CODES.roomClosed)
  })

  it('that fails at the disk closes nothing: people come back and go on', async () => {
    const held = createHeldStorage()
    const storage = {
      ...held.storage,
      holdRoom: () =>
        Promise.resolve({
          close: () => Promise.reject(new Error('no space')),
          release: () => Promise.resolve(),
        }),
    }
    const relay = await startRelay({ storage })
    const links = newLinks()
    const anna = connectStock(relay, links.moderator)
    await anna.synced()
    anna.cards.set('one', 1)
    expect((await post(relay, ROOM_CLOSE_PATH, links.moderator)).body['code']).toBe('storageFailed')
    const ben = connectStock(relay, links.writer)
    await waitFor('Anna is back, Ben sees it', () => ben.cards.get('one') === 1 && anna.provider.synced)
  })
})

describe('changing the links of a room', () => {
  it('moves every document and picture; the old links end, the new ones find everything', async () => {
    const relay = await startRelay()
    const [links, next] = [newLinks(), newLinks()]
    const clients = (['map', 'stage', 'review'] as const).map((document) =>
      connectStock(relay, links.moderator, { document }),
    )
    for (const client of clients) {
      await client.synced()
      client.cards.set('kept', 1)
    }
    const picture = Buffer.from('GIF89a a picture')
    const sha256 = createHash('sha256').update(picture).digest('hex')
    const headers = blobHeaders(roomIdOf(links.writer), links.writer.secret)
    await fetch(relay.origin + blobPath(sha256), { method: 'PUT', headers, body: picture })
    const moved = await post(relay, ROOM_ROTATE_PATH, links.moderator, next.moderator)
    expect(moved).toEqual({
      status: 200,
      body: { closed: roomIdOf(links.moderator), room: roomIdOf(next.moderator) },
    })
    for (const client of clients) await waitFor('told', () => client.closes.at(-1) === CLOSE_CODES.roomClosed)
    for (const document of ['map', 'stage', 'review'] as const) {
      const reader = connectStock(relay, next.reader, { document })
      await reader.synced()
      expect(reader.cards.toJSON(), document).toEqual({ kept: 1 })
    }
    const newHeaders = blobHeaders(roomIdOf(next.reader), next.reader.secret)
    expect((await fetch(relay.origin + blobPath(sha256), { headers: newHeaders })).status).toBe(200)
    expect((await fetch(relay.origin + blobPath(sha256), { headers })).status).toBe(410)
  })

  it('needs a new secret of a room that nobody is in', async () => {
    const relay = await startRelay()
    const [links, taken] = [newLinks(), newLinks()]
    const anna = connectStock(relay, links.moderator)
    const other = connectStock(relay, taken.moderator)
    await Promise.all([anna.synced(), other.synced()])
    const code = async (next?: Capability) =>
      (await post(relay, ROOM_ROTATE_PATH, links.moderator, next)).body['code']
    expect(await code()).toBe('badNewProof')
    expect(await code(links.moderator)).toBe('badNewProof')
    expect(await code(taken.moderator)).toBe('busy')
    expect(anna.closes).toEqual([])
  })

  it('of two rooms into each other at once moves one, and both answers come', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage })
    const [one, two] = [newLinks(), newLinks()]
    await openedAndLeft(relay, one.moderator, two.moderator)
    held.hold('count')
    const answers = [
      post(relay, ROOM_ROTATE_PATH, one.moderator, two.moderator),
      post(relay, ROOM_ROTATE_PATH, two.moderator, one.moderator),
    ]
    await waitFor('both asked', () => held.waiting('count') === 2)
    held.release('count')
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 409]))
    await relay.server.close()
  })

  it('by two moderators at once makes one new room', async () => {
    const relay = await startRelay()
    const [links, one, two] = [newLinks(), newLinks(), newLinks()]
    await openedAndLeft(relay, links.moderator)
    const answers = await Promise.all(
      [one, two].map((next) => post(relay, ROOM_ROTATE_PATH, links.moderator, next.moderator)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 410]))
  })

  it('counts as a room that was made, also by a script that never stops', async () => {
    const relay = await startRelay({ limits: { roomsPerAddress: 2 } })
    const [links, next, more] = [newLinks(), newLinks(), newLinks()]
    await openedAndLeft(relay, links.moderator)
    expect((await post(relay, ROOM_ROTATE_PATH, links.moderator, next.moderator)).status).toBe(200)
    const refused = await post(relay, ROOM_ROTATE_PATH, next.moderator, more.moderator)
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooMany' } })
    const anna = connectStock(relay, next.moderator)
    await anna.synced()
  })
})
