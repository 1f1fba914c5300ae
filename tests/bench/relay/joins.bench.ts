/**
 * People who open a room of 2,000 cards: fifty at once while it is open, one alone after a restart, fifty at once after a
 * restart. The server's processor time, and when the last one had every card.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { type Contestant, type Door, etappe, hocuspocus, yWebsocket } from './contestants.ts'
import { addCard, newDoc } from './edits.ts'
import { installPeers } from './installPeers.ts'
import { connectClient, type LoadClient } from './loadClient.ts'
import { waitForAll, waitUntilSynced } from './room.ts'
import type { ServerProcess } from './serverProcess.ts'
import { isAsked, median, printTable, ROUNDS, times } from './statistics.ts'

const CARDS = 2_000
const JOINERS = 50
const CONTESTANTS = [etappe, yWebsocket, hocuspocus].filter(({ name }) => isAsked(name))
const WAYS = ['50 warm joins', '1 cold join', '50 joins after a restart'] as const

interface Joined {
  readonly cpuMs: number
  readonly lastMs: number
}

/** Every card is an edit of its own, and every second one is moved once more. */
function room(): { readonly updates: readonly Uint8Array[]; readonly whole: Uint8Array } {
  const doc = newDoc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let card = 0; card < CARDS; card += 1) doc.transact(() => addCard(doc, card))
  for (let card = 0; card < CARDS; card += 2) doc.transact(() => addCard(doc, card))
  return { updates, whole: encodeStateAsUpdate(doc) }
}

const { updates, whole } = room()

async function fill(server: ServerProcess, door: Door): Promise<LoadClient> {
  const writer = await connectClient(server.port, door)
  writer.step1()
  await waitUntilSynced(writer)
  const witness = await connectClient(server.port, door)
  witness.step1()
  await waitUntilSynced(witness)
  for (const update of updates) writer.send(syncMessage(SYNC_UPDATE, update))
  await waitForAll(witness, whole)
  writer.socket.close()
  return witness
}

async function joinAll(server: ServerProcess, door: Door, count: number): Promise<Joined> {
  const before = await server.usage()
  const from = performance.now()
  const clients: LoadClient[] = []
  const join = async () => {
    const client = await connectClient(server.port, door)
    clients.push(client)
    client.step1()
    return waitForAll(client, whole)
  }
  const arrivals = await Promise.all(Array.from({ length: count }, join))
  const after = await server.usage()
  for (const client of clients) client.socket.terminate()
  return {
    cpuMs: (after.cpuMicros - before.cpuMicros) / 1000,
    lastMs: Math.max(...arrivals) - from,
  }
}

/** Long enough for those that store later than they show, or make a room small in a pause. */
const untilStored = () => new Promise((resolve) => setTimeout(resolve, 5_000))

async function measure(contestant: Contestant): Promise<Joined[]> {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  const door = contestant.newDoor()
  let server = await contestant.start(folder)
  try {
    await fill(server, door)
    await untilStored()
    const results = [await joinAll(server, door, JOINERS)]
    for (const count of [1, JOINERS]) {
      await untilStored()
      await server.stop('SIGTERM')
      server = await contestant.start(folder)
      results.push(await joinAll(server, door, count))
    }
    return results
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('relay, joining', () => {
  beforeAll(() => installPeers())

  it('compares joins of a room of 2,000 cards', async () => {
    const figures = new Map<Contestant, Joined[][]>()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contestant of CONTESTANTS)
        figures.set(contestant, [...(figures.get(contestant) ?? []), await measure(contestant)])
    }
    const middle = (contestant: Contestant, way: number, pick: (joined: Joined) => number) =>
      median((figures.get(contestant) ?? []).flatMap((round) => round.slice(way, way + 1).map(pick)))
    for (const [way, name] of WAYS.entries()) {
      printTable(
        `${name}, a room of ${CARDS} cards (${(whole.length / 1000).toFixed(0)} kB), medians of ${ROUNDS}`,
        ['relay', 'CPU ms', 'ratio to Etappe', 'last one ready, ms'],
        CONTESTANTS.map((contestant) => {
          const cpu = middle(contestant, way, ({ cpuMs }) => cpuMs)
          return [
            contestant.name,
            cpu.toFixed(1),
            times(
              cpu,
              middle(etappe, way, ({ cpuMs }) => cpuMs),
            ),
            middle(contestant, way, ({ lastMs }) => lastMs).toFixed(0),
          ]
        }),
      )
    }
    expect(figures.size).toBe(CONTESTANTS.length)
  })
})
