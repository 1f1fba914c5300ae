/** What 500 rooms with a document of 58 kB cost while somebody is in each of them, and after everybody has left. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { type Contestant, type Door, etappe, hocuspocus, yWebsocket } from './contestants.ts'
import { board } from './edits.ts'
import { installPeers } from './installPeers.ts'
import { connectClient, type LoadClient } from './loadClient.ts'
import { waitForAll, waitUntilSynced } from './room.ts'
import type { ServerProcess, Usage } from './serverProcess.ts'
import { isAsked, median, printTable, ROUNDS, times } from './statistics.ts'

const OPEN = 500
const CONTESTANTS = [etappe, yWebsocket, hocuspocus].filter(({ name }) => isAsked(name))
/** Entered and left before anything is measured: a process that works compiles itself, which is no room's memory. */
const WARM_UP_ROOMS = 50
const WARM_UP_TIMES = 8
/** A document of 58 kB. */
const DOCUMENT = board(505)

interface Figures {
  readonly openKb: number
  readonly openRssKb: number
  readonly leftKb: number
  readonly leftRssMb: number
}

const held = ({ heapUsed, external }: Usage) => heapUsed + external

/** Long enough for what is stored later, and for the thread that makes stored rooms small to finish and end. */
const SETTLE_MS = 4_000
const LEAVE_MS = 45_000

/** After a time in which everything can be written; what is garbage is collected. */
async function settled(server: ServerProcess, ms = SETTLE_MS): Promise<Usage> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return server.settledUsage()
}

async function openOne(port: number, door: Door): Promise<LoadClient> {
  const client = await connectClient(port, door)
  client.step1()
  await waitUntilSynced(client)
  client.send(syncMessage(SYNC_UPDATE, DOCUMENT))
  const witness = await connectClient(port, door)
  witness.step1()
  await waitForAll(witness, DOCUMENT)
  witness.socket.terminate()
  return client
}

async function measure(contestant: Contestant): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  const server = await contestant.start(folder)
  try {
    const warm = await openOne(server.port, contestant.newDoor())
    for (let room = 0; room < WARM_UP_ROOMS; room += 1) {
      const door = contestant.newDoor()
      for (let time = 0; time < WARM_UP_TIMES; time += 1) (await openOne(server.port, door)).socket.close()
    }
    const empty = await settled(server)
    const clients: LoadClient[] = []
    for (let room = 0; room < OPEN; room += 1) {
      clients.push(await openOne(server.port, contestant.newDoor()))
    }
    const open = await settled(server)
    for (const client of clients) client.socket.close()
    const left = await settled(server, LEAVE_MS)
    warm.socket.close()
    return {
      openKb: (held(open) - held(empty)) / OPEN / 1000,
      openRssKb: (open.rss - empty.rss) / OPEN / 1000,
      leftKb: (held(left) - held(empty)) / OPEN / 1000,
      leftRssMb: left.rss / 1e6,
    }
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('relay, memory', () => {
  beforeAll(() => installPeers())

  it('compares rooms that are open and rooms that were left', async () => {
    const figures = new Map<Contestant, Figures[]>()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contestant of CONTESTANTS)
        figures.set(contestant, [...(figures.get(contestant) ?? []), await measure(contestant)])
    }
    const middle = (contestant: Contestant, key: keyof Figures) =>
      median((figures.get(contestant) ?? []).map((one) => one[key]))
    printTable(
      `${OPEN} rooms of ${(DOCUMENT.length / 1000).toFixed(0)} kB with one client each, medians of ${ROUNDS}`,
      [
        'relay',
        'open: kB heap and buffers a room',
        'ratio',
        'open: kB RSS a room',
        'left: kB a room',
        'RSS after, MB',
        'ratio',
      ],
      CONTESTANTS.map((contestant) => [
        contestant.name,
        middle(contestant, 'openKb').toFixed(0),
        times(middle(contestant, 'openKb'), middle(etappe, 'openKb')),
        middle(contestant, 'openRssKb').toFixed(0),
        middle(contestant, 'leftKb').toFixed(2),
        middle(contestant, 'leftRssMb').toFixed(0),
        times(middle(contestant, 'leftRssMb'), middle(etappe, 'leftRssMb')),
      ]),
    )
    expect(figures.size).toBe(CONTESTANTS.length)
  })
})
