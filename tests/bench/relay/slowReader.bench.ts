/**
 * Eight people write 50 edits of 4 kB a second while one reader does not read at all and another takes a trickle, for a
 * minute: what the server grows by, compared with the minute before, and what the others notice. Afterwards both read again and must get everything.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Contestant, type Door, etappe, hocuspocus, yWebsocket } from './contestants.ts'
import { drive, latencies, type Seat, type SentEdit } from './drive.ts'
import { board, prepareWriter } from './edits.ts'
import { installPeers } from './installPeers.ts'
import { type Arrival, connectClient, type LoadClient } from './loadClient.ts'
import { openRoom, strikeOut, waitUntilSynced } from './room.ts'
import type { ServerProcess } from './serverProcess.ts'
import { isAsked, percentile, printTable } from './statistics.ts'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'

const CONTESTANTS = [etappe, yWebsocket, hocuspocus].filter(({ name }) => isAsked(name))
const WRITERS = 8
const PER_SECOND = 50
const EDIT_BYTES = 4_000
/** Before anybody is slow: as long, because a process that works grows for a while anyway; after warming up. */
const WARM_UP_SECONDS = 15
const SLOW_SECONDS = Number(process.env['ETAPPE_BENCH_SLOW_SECONDS'] ?? 60)
const TRICKLE_MS = 500
const SEED = 20_261_122

interface Phase {
  readonly p99: number
  readonly maxRss: number
}

interface Figures {
  readonly before: Phase
  readonly slow: Phase
  readonly caughtUpMs: number
}

/** The room with its writers, and where the next edits begin. */
class Room {
  private readonly server: ServerProcess
  private readonly seats: readonly Seat[]
  private done = 0

  constructor(server: ServerProcess, seats: readonly Seat[]) {
    this.server = server
    this.seats = seats
  }

  async write(seconds: number): Promise<Phase> {
    let maxRss = 0
    const look = setInterval(() => {
      void this.server.usage().then(({ rss }) => (maxRss = Math.max(maxRss, rss)))
    }, 500)
    const from = this.done
    this.done += seconds * PER_SECOND
    const sent = await drive(this.seats, PER_SECOND, from, this.done, SEED + from)
    clearInterval(look)
    return { p99: percentile(await this.latencies(sent), 0.99), maxRss }
  }

  private async latencies(sent: readonly SentEdit[]): Promise<number[]> {
    const heard = new Map<Seat, Arrival[]>(this.seats.map((seat) => [seat, []]))
    let waits: number[] = []
    await waitFor(
      'the others have every edit',
      () => {
        let missing = 0
        waits = []
        for (const [seat, arrivals] of heard) {
          for (const arrival of seat.client.takeArrivals()) arrivals.push(arrival)
          const found = latencies(seat, arrivals, sent)
          missing += found.missing
          for (const time of found.times) waits.push(time)
        }
        return missing === 0
      },
      240_000,
    )
    return waits
  }

  ends(): ReadonlyMap<number, number> {
    return new Map(this.seats.map(({ writer }) => [writer.client, writer.edits[this.done - 1]?.clock ?? 0]))
  }
}

/** Reads a little now and then: alive, but never up to date. */
function trickle(client: LoadClient): () => void {
  client.socket.pause()
  const timer = setInterval(() => {
    client.socket.resume()
    setImmediate(() => client.socket.pause())
  }, TRICKLE_MS)
  return () => {
    clearInterval(timer)
    client.socket.resume()
  }
}

async function joinAs(door: Door, port: number): Promise<LoadClient> {
  const client = await connectClient(port, door)
  client.step1()
  await waitUntilSynced(client)
  return client
}

/** A reader that was sent away comes back, as every client does. */
async function catchUp(reader: LoadClient, door: Door, port: number, ends: ReadonlyMap<number, number>) {
  const missing = new Map(ends)
  let current = reader
  await waitFor(
    'a slow reader has everything once it reads',
    async () => {
      if (current.closeCode() !== null) {
        current = await connectClient(port, door)
        current.step1()
      }
      for (const { update } of current.takeArrivals()) strikeOut(missing, update)
      return missing.size === 0
    },
    240_000,
  )
}

async function measure(contestant: Contestant): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  const server = await contestant.start(folder)
  try {
    const start = board(WRITERS)
    const edits = PER_SECOND * (WARM_UP_SECONDS + 2 * SLOW_SECONDS)
    const { door, clients } = await openRoom(contestant, server.port, WRITERS, start)
    const seats = clients.map((client, card) => ({
      client,
      writer: prepareWriter(start, card, edits, EDIT_BYTES),
    }))
    const room = new Room(server, seats)
    await room.write(WARM_UP_SECONDS)
    const before = await room.write(SLOW_SECONDS)
    const sleeper = await joinAs(door, server.port)
    sleeper.socket.pause()
    const dawdler = await joinAs(door, server.port)
    const readOn = trickle(dawdler)
    const slow = await room.write(SLOW_SECONDS)
    const from = performance.now()
    sleeper.socket.resume()
    readOn()
    await Promise.all([sleeper, dawdler].map((reader) => catchUp(reader, door, server.port, room.ends())))
    return { before, slow, caughtUpMs: performance.now() - from }
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('relay, slow readers', () => {
  beforeAll(() => installPeers())

  it('compares what readers that do not keep up cost', async () => {
    const rows: string[][] = []
    for (const contestant of CONTESTANTS) {
      const { before, slow, caughtUpMs } = await measure(contestant)
      rows.push([
        contestant.name,
        ((slow.maxRss - before.maxRss) / 1e6).toFixed(1),
        before.p99.toFixed(0),
        slow.p99.toFixed(0),
        `${(slow.p99 / before.p99).toFixed(2)}×`,
        caughtUpMs.toFixed(0),
      ])
    }
    printTable(
      `two slow readers for ${SLOW_SECONDS} s, 8 × 50 edits of 4 kB a second (goal: below 16 MB, p99 below 2×)`,
      ['relay', 'RSS growth, MB', "others' p99 before, ms", 'meanwhile, ms', 'ratio', 'caught up after, ms'],
      rows,
    )
    expect(rows).toHaveLength(CONTESTANTS.length)
  })
})
