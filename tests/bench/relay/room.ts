/** One room on one server with its clients, and the proof that each of them got everything. */
import { decodeStateVector, encodeStateVectorFromUpdate, parseUpdateMeta } from 'yjs'
import { SYNC_UPDATE } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'
import type { Contestant, Door } from './contestants.ts'
import { connectClient, type LoadClient } from './loadClient.ts'

export interface OpenRoom {
  readonly door: Door
  readonly clients: readonly LoadClient[]
}

/** Clients that have the start of the room. The relay has it, too: another client was given it. */
export async function openRoom(
  contestant: Contestant,
  port: number,
  count: number,
  start: Uint8Array,
): Promise<OpenRoom> {
  const door = contestant.newDoor()
  const clients: LoadClient[] = []
  for (let index = 0; index < count; index += 1) {
    const client = await connectClient(port, door)
    client.step1()
    clients.push(client)
    if (index === 0) await waitUntilSynced(client)
    if (index === 0) client.send(syncMessage(SYNC_UPDATE, start))
  }
  await Promise.all(clients.slice(1).map(waitUntilSynced))
  return { door, clients }
}

export async function waitUntilSynced(client: LoadClient): Promise<void> {
  let answered = false
  await waitFor('a client is answered', () => (answered ||= client.takeArrivals().length > 0), 60_000)
}

/** Reads until `update` is there as a whole; the time at which it was. */
export async function waitForAll(client: LoadClient, update: Uint8Array, ms = 120_000): Promise<number> {
  const clocks = decodeStateVector(encodeStateVectorFromUpdate(update))
  const missing = new Map(clocks)
  let at = 0
  await waitFor(
    'a client has everything',
    () => {
      for (const arrival of client.takeArrivals()) at = strikeOut(missing, arrival.update) ? arrival.at : at
      return missing.size === 0
    },
    ms,
  )
  return at
}

/** True when this update brought the last of some writer's edits that was missing. */
export function strikeOut(missing: Map<number, number>, update: Uint8Array): boolean {
  const before = missing.size
  for (const [client, end] of parseUpdateMeta(update).to) {
    if (end >= (missing.get(client) ?? Number.POSITIVE_INFINITY)) missing.delete(client)
  }
  return missing.size < before
}
