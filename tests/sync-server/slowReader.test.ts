import { createServer, connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'
import type { Capability } from '../../src/protocol/capability.ts'

async function joined(relay: StartedRelay, capability: Capability, acknowledge = false): Promise<RawClient> {
  const client = connectRaw(
    `${relay.urlOf(capability)}/map`,
    offerProtocols(capability.secret, { acknowledge }),
  )
  await client.opened()
  client.step1()
  await waitFor('synced', () => client.syncs(1).length > 0)
  return client
}

/** Writes until the kernel's own buffers for the reader must be long full, in updates of 200 kB. */
async function writeMuch(writer: RawClient, megabytes: number, alreadyAcknowledged: number): Promise<number> {
  const filler = 'x'.repeat(200_000)
  let sent = alreadyAcknowledged
  for (let index = 0; index < megabytes * 5; index += 1) {
    writer.update(updateSetting(`card-${sent}`, filler))
    sent += 1
    await waitFor('acknowledged', () => writer.acknowledged() >= sent - 3)
  }
  await waitFor('all acknowledged', () => writer.acknowledged() === sent)
  return sent
}

/** A wire of so many bytes a second between a client and the relay. */
async function throttledOrigin(relay: StartedRelay, bytesPerSecond: number): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(relay.server.port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.pipe(upstream)
    let budget = 0
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      budget = Math.min(budget + (bytesPerSecond * (now - last)) / 1000, bytesPerSecond / 2)
      last = now
      if (budget > 0) upstream.resume()
    }, 20)
    upstream.on('data', (chunk: Buffer) => {
      client.write(chunk)
      budget -= chunk.length
      if (budget <= 0) upstream.pause()
    })
    upstream.on('close', () => {
      clearInterval(timer)
      client.destroy()
    })
    client.on('close', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

describe('a reader that does not read', () => {
  it('costs a bounded amount of memory, is cut by time, and finds everything when it comes back', async () => {
    const relay = await startRelay({ limits: { stallMs: 1_500, heartbeatMs: 200, syncMs: 0 } })
    const links = newLinks()
    const writer = await joined(relay, links.moderator, true)
    const sleeper = await joined(relay, links.reader)
    sleeper.socket.pause()
    const honest = connectStock(relay, links.reader)
    await honest.synced()
    let mostWaiting = 0
    const look = setInterval(() => {
      mostWaiting = Math.max(mostWaiting, relay.server.health().waitingBytes)
    }, 1)
    const sent = await writeMuch(writer, 32, 0)
    clearInterval(look)
    const oneBroadcast = 200_000 * 4
    expect(mostWaiting, 'the sleeper filled its bound').toBeGreaterThan(256 * 1024)
    expect(mostWaiting, 'and the honest reader is allowed the same').toBeLessThan(
      2 * (256 * 1024 + oneBroadcast),
    )
    await waitFor('the honest reader has all', () => honest.cards.size === sent)
    await waitFor('cut', () => relay.log.join('\n').includes('tooSlow'), 20_000)
    sleeper.socket.resume()
    expect([CLOSE_CODES.tooSlow, 1006]).toContain(await sleeper.closed())
    const back = await joined(relay, links.reader)
    await waitFor('all of it', () => cardsIn([...back.syncs(2), ...back.syncs(1)]).length === sent)
    expect(honest.closes).toEqual([])
  })

  it('that wakes up before it is cut gets what it missed', async () => {
    const relay = await startRelay({ limits: { syncMs: 0 } })
    const links = newLinks()
    const writer = await joined(relay, links.moderator, true)
    const sleeper = connectStock(relay, links.reader)
    await sleeper.synced()
    const socket = sleeper.provider.ws as unknown as { pause: () => void; resume: () => void }
    socket.pause()
    const sent = await writeMuch(writer, 16, 0)
    socket.resume()
    await waitFor('all of it', () => sleeper.cards.size === sent)
    writer.update(updateSetting('afterwards'))
    await waitFor('and goes on', () => sleeper.cards.has('afterwards'))
    expect(sleeper.closes).toEqual([])
  })
})

it('an honest reader on a slow wire is not cut, although it is over the limit for longer than a stall may last', async () => {
  const relay = await startRelay({ limits: { stallMs: 1_500, heartbeatMs: 100, syncMs: 0 } })
  const links = newLinks()
  const writer = await joined(relay, links.moderator, true)
  await writeMuch(writer, 12, 0)
  const origin = await throttledOrigin(relay, 4_000_000)
  const slowUrl = `${relay.urlOf(links.reader)}/map`.replace(
    relay.origin.replace('http', 'ws'),
    origin.replace('http', 'ws'),
  )
  const slow = connectRaw(slowUrl, offerProtocols(links.reader.secret))
  const startedAt = performance.now()
  await slow.opened()
  slow.step1()
  await waitFor('synced in the end', () => slow.syncs(1).length > 0, 25_000)
  expect(performance.now() - startedAt).toBeGreaterThan(2_000)
  expect(cardsIn([...slow.syncs(2), ...slow.syncs(1)])).toHaveLength(60)
})
