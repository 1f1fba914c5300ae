/**
 * Servers that are killed at random moments while four people write, and servers that are asked to stop: how many edits
 * that others had seen, or that were acknowledged, are gone afterwards. One data folder lives through all rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { seeded } from '../../sync-server/helpers/seeded.ts'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'
import { type Contestant, type Door, etappe, hocuspocus, yWebsocket } from './contestants.ts'
import { drive, type Seat } from './drive.ts'
import { board, prepareWriter, type Writer } from './edits.ts'
import { installPeers } from './installPeers.ts'
import { connectClient, type LoadClient } from './loadClient.ts'
import { waitUntilSynced } from './room.ts'
import type { ServerProcess } from './serverProcess.ts'
import { isAsked, printTable } from './statistics.ts'

const CONTESTANTS = [etappe, yWebsocket, hocuspocus].filter(({ name }) => isAsked(name))
const WRITERS = 4
const PER_SECOND = 50
const PEER_ROUNDS = 5
/** A relay that loads later than it answers gets this long. */
const PATIENCE_MS = 10_000

interface Tally {
  sent: number
  shown: number
  acknowledged: number
  lostShown: number
  lostAcknowledged: number
}

interface Round {
  readonly writer: Writer
  /** The writer's clock as somebody else had it. */
  readonly shown: number
  readonly acknowledged: number
}

async function join1(server: ServerProcess, door: Door): Promise<LoadClient> {
  const client = await connectClient(server.port, door)
  client.step1()
  await waitUntilSynced(client)
  return client
}

/** Four people write until the server has gone. */
async function writeUntil(
  server: ServerProcess,
  door: Door,
  start: Uint8Array,
  signal: NodeJS.Signals,
  afterMs: number,
  seed: number,
): Promise<{ readonly rounds: Round[]; readonly sent: number }> {
  const reader = await join1(server, door)
  const seats: Seat[] = []
  for (let card = 0; card < WRITERS; card += 1) {
    const writer = prepareWriter(start, card, PER_SECOND * 10)
    seats.push({ client: await join1(server, door), writer })
  }
  const from = performance.now()
  const stopped: Promise<void>[] = []
  const onTime = setInterval(() => {
    if (stopped.length === 0 && performance.now() - from >= afterMs) stopped.push(server.stop(signal))
  }, 1)
  const edits = Math.ceil((afterMs / 1000 + 0.2) * PER_SECOND)
  const sent = await drive(seats, PER_SECOND, 0, edits, seed)
  await waitFor('the server is told', () => stopped.length > 0)
  await Promise.all(stopped)
  clearInterval(onTime)
  await waitFor('everybody noticed', () =>
    [reader, ...seats.map(({ client }) => client)].every(({ closeCode }) => closeCode() !== null),
  )
  const clocks = new Map<number, number>()
  for (const { update } of reader.takeArrivals()) {
    for (const [client, end] of Y.parseUpdateMeta(update).to)
      clocks.set(client, Math.max(clocks.get(client) ?? 0, end))
  }
  const rounds = seats.map(({ client, writer }) => ({
    writer,
    shown: clocks.get(writer.client) ?? 0,
    acknowledged: writer.edits[client.acknowledged() - 1]?.clock ?? 0,
  }))
  return { rounds, sent: sent.length }
}

const editsIn = (writer: Writer, after: number, upTo: number): number =>
  writer.edits.filter(({ clock }) => clock > after && clock <= upTo).length

/** What a newcomer finds; waits a while for relays that answer before they have loaded. */
async function kept(server: ServerProcess, door: Door, rounds: readonly Round[]): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const client = await connectClient(server.port, door)
  client.step1()
  const until = performance.now() + PATIENCE_MS
  const isThere = () =>
    rounds.every(
      ({ writer, shown, acknowledged }) =>
        Y.getState(doc.store, writer.client) >= Math.max(shown, acknowledged),
    )
  await waitFor(
    'the room is loaded',
    () => {
      for (const { update } of client.takeArrivals()) Y.applyUpdate(doc, update)
      return isThere() || performance.now() > until
    },
    2 * PATIENCE_MS,
  )
  client.socket.close()
  return doc
}

function count(tally: Tally, doc: Y.Doc, { writer, shown, acknowledged }: Round): void {
  const there = Y.getState(doc.store, writer.client)
  tally.shown += editsIn(writer, 0, shown)
  tally.acknowledged += editsIn(writer, 0, acknowledged)
  tally.lostShown += editsIn(writer, there, shown)
  tally.lostAcknowledged += editsIn(writer, there, acknowledged)
}

async function measure(
  contestant: Contestant,
  signal: NodeJS.Signals,
  rounds: number,
  seed: number,
): Promise<Tally> {
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  const tally: Tally = { sent: 0, shown: 0, acknowledged: 0, lostShown: 0, lostAcknowledged: 0 }
  const door = contestant.newDoor()
  const start = board(WRITERS)
  let server = await contestant.start(folder)
  try {
    const first = await join1(server, door)
    first.send(syncMessage(SYNC_UPDATE, start))
    for (let round = 0; round < rounds; round += 1) {
      const written = await writeUntil(server, door, start, signal, 200 + random() * 1_300, seed + round)
      tally.sent += written.sent
      server = await contestant.start(folder)
      const doc = await kept(server, door, written.rounds)
      for (const one of written.rounds) count(tally, doc, one)
    }
    return tally
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

const KILLS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGKILL', 50],
  ['SIGTERM', 20],
]

describe('relay, killed', () => {
  beforeAll(() => installPeers())

  it.each(KILLS)('counts what is lost by %s', async (signal, ownRounds) => {
    const rows: string[][] = []
    const seed = 20_261_123
    for (const contestant of CONTESTANTS) {
      const rounds = contestant === etappe ? ownRounds : PEER_ROUNDS
      const tally = await measure(contestant, signal, rounds, seed)
      const share = (lost: number, all: number) =>
        all === 0 ? '–' : `${lost} (${((100 * lost) / all).toFixed(1)} %)`
      rows.push([
        contestant.name,
        String(rounds),
        String(tally.sent),
        String(tally.shown),
        share(tally.lostShown, tally.shown),
        String(tally.acknowledged),
        share(tally.lostAcknowledged, tally.acknowledged),
      ])
      if (contestant === etappe) expect([tally.lostShown, tally.lostAcknowledged]).toEqual([0, 0])
    }
    printTable(
      `${signal} at random moments, ${WRITERS} people at ${PER_SECOND}/s, seed ${seed}`,
      ['relay', 'rounds', 'sent', 'shown to others', 'of these lost', 'acknowledged', 'of these lost'],
      rows,
    )
  })
})
