import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { blobHeaders } from '../../src/protocol/blobs.ts'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { NEW_PROOF_HEADER, ROOM_ROTATE_PATH } from '../../src/protocol/roomAdmin.ts'
import { DAY_MS } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import type { Compactor } from '../../sync-server/compaction/compactor.ts'
import { createSyncServer } from '../../sync-server/createSyncServer.ts'
import type { RelayStorage } from '../../sync-server/storage/contract.ts'
import { createMemoryStorage } from '../../sync-server/storage/memory.ts'
import { newLinks } from './helpers/capabilities.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

/** A step of the relay's work that begins and does not end until it is let go. */
function heldStep() {
  let begun = false
  let letGo: () => void = () => undefined
  const end = new Promise<void>((resolve) => (letGo = resolve))
  const hold = async (): Promise<void> => {
    begun = true
    await end
  }
  return { hold, letGo: () => letGo(), hasBegun: () => begun }
}

/** What somebody hears who starts a relay on that folder. */
async function startNext(dataDir: string): Promise<string> {
  const config = { port: 0, host: '127.0.0.1', dataDir, appDir: join(dataDir, 'no-app-here'), tls: null }
  const started = await createSyncServer({
    config: { ...config, origins: [], creationToken: null },
    logger: silentLogger,
  })
  if (started.ok) await started.value.close()
  return started.ok ? 'started' : started.error.code
}

async function closesOnlyAfter(relay: StartedRelay, step: ReturnType<typeof heldStep>): Promise<void> {
  await waitFor('under way', step.hasBegun)
  const closed = relay.server.close()
  // Its sockets, its port and its connections are gone long before.
  await waitFor('no port', () =>
    fetch(relay.origin).then(
      () => false,
      () => true,
    ),
  )
  expect(await startNext(relay.dataDir)).toBe('data-in-use')
  step.letGo()
  await closed
  expect(await startNext(relay.dataDir)).toBe('started')
}

it('a relay that is closed while it tidies up gives the data folder away only when that has ended', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const step = heldStep()
  const inner = createMemoryStorage()
  const storage: RelayStorage = {
    ...inner,
    closedRooms: () => step.hold().then(inner.closedRooms),
  }
  const relay = await startRelay({ storage })
  vi.advanceTimersByTime(DAY_MS)
  await closesOnlyAfter(relay, step)
})

it('a relay that is closed before it moves a room leaves that as it is, although the moderator has gone', async () => {
  const step = heldStep()
  const inner = createMemoryStorage()
  let isMoving = false
  const countRooms = async () => {
    if (isMoving) await step.hold()
    return inner.countRooms()
  }
  const relay = await startRelay({ storage: { ...inner, countRooms } })
  const [{ moderator }, next] = [newLinks(), newLinks()]
  const anna = connectStock(relay, moderator)
  await anna.synced()
  anna.stop()
  isMoving = true
  const gone = new AbortController()
  const headers = {
    ...blobHeaders(roomIdOf(moderator), moderator.secret),
    [NEW_PROOF_HEADER]: next.moderator.secret,
  }
  const left = fetch(relay.origin + ROOM_ROTATE_PATH, { method: 'POST', headers, signal: gone.signal }).catch(
    () => 'gone',
  )
  await waitFor('under way', step.hasBegun)
  gone.abort()
  expect(await left).toBe('gone')
  await closesOnlyAfter(relay, step)
  expect(await inner.roomState(roomIdOf(moderator))).toBe('open')
  expect(await inner.roomState(roomIdOf(next.moderator))).toBe('absent')
})

it('a relay that is closed waits for no garbage to be collected: the thread may be busy for long', async () => {
  const asked: ((nothing: null) => void)[] = []
  let isClosed = false
  const compactor: Compactor = {
    compact: () => new Promise((resolve) => (isClosed ? resolve(null) : asked.push(resolve))),
    close: () => {
      isClosed = true
      for (const answer of asked) answer(null)
      return Promise.resolve()
    },
  }
  const { moderator } = newLinks()
  const relay = await startRelay({ compactor })
  const anna = connectStock(relay, moderator)
  await anna.synced()
  for (const letter of ['a', 'b']) anna.cards.set('card', letter.repeat(10_000))
  anna.stop()
  await waitFor('put away', () => asked.length > 0)
  await relay.server.close()
  const ben = connectStock(await startRelay({ dataDir: relay.dataDir }), moderator)
  await ben.synced()
  expect(ben.cards.get('card')).toBe('b'.repeat(10_000))
})
