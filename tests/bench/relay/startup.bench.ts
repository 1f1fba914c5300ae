/**
 * How long a relay with ten thousand rooms on its disk takes until it answers, and until the first newcomer has a room,
 * beside the same relay with an empty folder: process start included in both.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { createModeratorCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { type Door, etappe } from './contestants.ts'
import { board } from './edits.ts'
import { connectClient } from './loadClient.ts'
import { waitUntilSynced } from './room.ts'
import { median, printTable, ROUNDS } from './statistics.ts'

const ROOMS = 10_000
const CARDS = 100

/** One room as the relay writes it, and as many copies of it under names of their own. */
async function fillFolder(folder: string, door: Door): Promise<void> {
  const server = await etappe.start(folder)
  const client = await connectClient(server.port, door)
  client.step1()
  await waitUntilSynced(client)
  client.send(syncMessage(SYNC_UPDATE, board(CARDS)))
  client.step1()
  await waitUntilSynced(client)
  await server.stop('SIGTERM')
  const rooms = join(folder, 'data/rooms')
  const [first] = readdirSync(rooms)
  if (first === undefined) throw new Error('the relay has kept no room')
  for (let copy = 1; copy < ROOMS; copy += 1) {
    cpSync(join(rooms, first), join(rooms, roomIdOf(createModeratorCapability())), { recursive: true })
  }
}

/** Milliseconds from the start of the process to its open port, and on to the first complete answer. */
async function startOnce(folder: string, door: Door): Promise<{ open: number; joined: number }> {
  const from = performance.now()
  const server = await etappe.start(folder)
  const open = performance.now() - from
  const client = await connectClient(server.port, door)
  client.step1()
  await waitUntilSynced(client)
  const joined = performance.now() - from
  await server.stop('SIGTERM')
  return { open, joined }
}

describe('relay, started', () => {
  it('answers with ten thousand rooms on the disk as with none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
    const [full, empty] = [join(folder, 'full'), join(folder, 'empty')]
    mkdirSync(empty)
    const door = etappe.newDoor()
    try {
      await fillFolder(full, door)
      expect(readdirSync(join(full, 'data/rooms'))).toHaveLength(ROOMS)
      const times: Record<'full' | 'empty', { open: number; joined: number }[]> = { full: [], empty: [] }
      for (let round = 0; round < ROUNDS; round += 1) {
        times.full.push(await startOnce(full, door))
        times.empty.push(await startOnce(empty, etappe.newDoor()))
      }
      const row = (name: string, all: readonly { open: number; joined: number }[]) => [
        name,
        `${median(all.map(({ open }) => open)).toFixed(0)} ms`,
        `${median(all.map(({ joined }) => joined)).toFixed(0)} ms`,
      ]
      printTable(
        `start of the process, medians of ${ROUNDS}`,
        ['on the disk', 'port open', 'first newcomer has the room'],
        [row(`${ROOMS} rooms`, times.full), row('nothing', times.empty)],
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
