/** A raw client in the map of a room that hears how many of its edits are durable. */
import type { Capability } from '../../../src/protocol/capability.ts'
import { offerProtocols } from '../../../src/protocol/subProtocols.ts'
import { connectRaw, type RawClient } from './rawClient.ts'
import type { StartedRelay } from './startRelay.ts'

export async function acknowledging(relay: StartedRelay, held: Capability): Promise<RawClient> {
  const client = connectRaw(`${relay.urlOf(held)}/map`, offerProtocols(held.secret, { acknowledge: true }))
  await client.opened()
  return client
}
