/**
 * Rooms of people who write all the time: the server's processor time per delivered edit (edits × other clients) and the
 * time until others have it, for every contestant in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'
import { broadcaster, type Contestant, etappe, hocuspocus, yWebsocket } from './contestants.ts'
import { drive, latencies, type Seat, type SentEdit } from './drive.ts'
import { board, prepareWriter } from './edits.ts'
import { installPeers } from './installPeers.ts'
import type { Arrival } from './loadClient.ts'
import { openRoom } from './room.ts'
import { isAsked, median, percentile, printTable, ROUNDS, times } from './statistics.ts'

interface Load {
  readonly rooms: number
  readonly people: number
  readonly perSecond: number
  /** What the relay is held to: factors over y-websocket and Hocuspocus. */
  readonly goal: string
}

const LOADS: readonly Load[] = [
  { rooms: 1, people: 8, perSecond: 10, goal: '1.25× y-websocket' },
  { rooms: 1, people: 50, perSecond: 4, goal: '3× y-websocket, 2× Hocuspocus' },
  { rooms: 1, people: 200, perSecond: 2, goal: '3× y-websocket, 2× Hocuspocus; p99 half of Hocuspocus' },
  { rooms: 50, people: 8, perSecond: 5, goal: '1.7× y-websocket' },
]
/** All of them, unless only some are asked for by the beginnings of their names. */
const CONTESTANTS = [etappe, yWebsocket, hocuspocus, broadcaster].filter(({ name }) => isAsked(name))
/** A relay runs all day: what its compiler does in the first seconds would be a third of what is measured. */
const WARM_UP_SECONDS = 15
const SECONDS = 8
const SEED = 20_261_121

interface Figures {
  readonly microsPerDelivery: number
  readonly p50: number
  readonly p99: number
}

interface RunningRoom {
  readonly seats: readonly Seat[]
}

async function measure(contestant: Contestant, load: Load): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  const server = await contestant.start(folder)
  try {
    const [warm, all] = [load.perSecond * WARM_UP_SECONDS, load.perSecond * (WARM_UP_SECONDS + SECONDS)]
    const start = board(Math.max(50, load.people))
    const rooms: RunningRoom[] = []
    for (let index = 0; index < load.rooms; index += 1) {
      const { clients } = await openRoom(contestant, server.port, load.people, start)
      rooms.push({
        seats: clients.map((client, card) => ({ client, writer: prepareWriter(start, card, all) })),
      })
    }
    const seats = rooms.flatMap((room) => room.seats)
    const warmed = await drive(seats, load.perSecond, 0, warm, SEED)
    await collect(rooms, warmed)
    const before = await server.usage()
    const sent = await drive(seats, load.perSecond, warm, all, SEED + 1)
    const waits = await collect(rooms, sent)
    const after = await server.usage()
    return {
      microsPerDelivery: (after.cpuMicros - before.cpuMicros) / waits.length,
      p50: median(waits),
      p99: percentile(waits, 0.99),
    }
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until everybody has everything; the times of all deliveries. */
async function collect(rooms: readonly RunningRoom[], sent: readonly SentEdit[]): Promise<number[]> {
  const arrivals = new Map<Seat, Arrival[]>()
  let waits: number[] = []
  await settle(rooms)
  await waitFor(
    'everybody has every edit',
    () => {
      waits = []
      let missing = 0
      for (const { seats } of rooms) {
        const writers = new Set(seats.map(({ writer }) => writer.client))
        const here = sent.filter(({ client }) => writers.has(client))
        for (const seat of seats) {
          const heard = [...(arrivals.get(seat) ?? []), ...seat.client.takeArrivals()]
          arrivals.set(seat, heard)
          const found = latencies(seat, heard, here)
          missing += found.missing
          for (const time of found.times) waits.push(time)
        }
      }
      return missing === 0
    },
    240_000,
  )
  return waits
}

/** Nothing was heard for a while: reading what arrived would disturb what is still on its way. */
async function settle(rooms: readonly RunningRoom[]): Promise<void> {
  const heard = () =>
    rooms.reduce((sum, { seats }) => sum + seats.reduce((all, seat) => all + seat.client.bytesHeard(), 0), 0)
  let last = -1
  let quietSince = performance.now()
  await waitFor(
    'the line is quiet',
    () => {
      const now = heard()
      if (now !== last) quietSince = performance.now()
      last = now
      return performance.now() - quietSince > 300
    },
    240_000,
  )
}

function print(load: Load, figures: ReadonlyMap<Contestant, readonly Figures[]>): void {
  const middle = (contestant: Contestant, pick: (figures: Figures) => number) =>
    median((figures.get(contestant) ?? []).map(pick))
  const own = middle(etappe, (one) => one.microsPerDelivery)
  printTable(
    `${load.rooms} × ${load.people} people at ${load.perSecond}/s (goal: ${load.goal}), medians of ${ROUNDS}`,
    ['relay', 'CPU µs per delivered edit', 'ratio to Etappe', 'latency p50 ms', 'p99 ms'],
    CONTESTANTS.map((contestant) => [
      contestant.name,
      middle(contestant, (one) => one.microsPerDelivery).toFixed(2),
      times(
        middle(contestant, (one) => one.microsPerDelivery),
        own,
      ),
      middle(contestant, (one) => one.p50).toFixed(0),
      middle(contestant, (one) => one.p99).toFixed(0),
    ]),
  )
}

describe('relay under load', () => {
  beforeAll(() => installPeers())

  it.each(LOADS)('compares $rooms × $people people at $perSecond/s', async (load) => {
    const figures = new Map<Contestant, Figures[]>()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contestant of CONTESTANTS) {
        figures.set(contestant, [...(figures.get(contestant) ?? []), await measure(contestant, load)])
      }
    }
    print(load, figures)
    for (const contestant of CONTESTANTS) console.log(`${contestant.name}: ${contestant.note}`)
    expect(figures.size).toBe(CONTESTANTS.length)
  })
})
