/** Somebody with the app's own connection, who writes cards and remembers which of them the relay called durable. */
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Capability } from '../../../src/protocol/capability.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { connectDocument } from '../../../src/sync/connectDocument.ts'
import { syncEnvironment } from '../../../src/sync/syncEnvironment.ts'

export interface Person {
  /** How many cards of everybody's are here. */
  readonly holds: () => number
  readonly write: () => string
  /** The keys of the cards that were called durable. */
  readonly durable: ReadonlySet<string>
  readonly isOnline: () => boolean
  readonly isDelivered: () => boolean
  /** How often the connection was lost. */
  readonly losses: () => number
}

const environment = syncEnvironment({
  WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  openTabChannel: null,
  logger: silentLogger,
})

export function createPerson(name: string, origin: string, capability: Capability): Person {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ name })
  const relay = { origin, capability }
  const connection = connectDocument({ document: 'map', doc, awareness, relay, environment })
  const cards = doc.getMap('cards')
  const written: string[] = []
  const durable = new Set<string>()
  let losses = 0
  connection.delivery?.subscribe((status) => {
    if (status.state !== 'delivered' && status.state !== 'pending') return
    const pending = status.state === 'pending' ? status.pending : 0
    for (const key of written.slice(durable.size, written.length - pending)) durable.add(key)
  })
  connection.state.subscribe(({ state }) => {
    if (state === 'offline') losses += 1
  })
  onTestFinished(() => {
    connection.close()
    awareness.destroy()
  })
  return {
    holds: () => cards.size,
    durable,
    write: () => {
      const key = `${name}: ${written.length}`
      written.push(key)
      cards.set(key, 1)
      return key
    },
    isOnline: () => connection.state.get().state === 'online',
    isDelivered: () => connection.delivery?.get().state === 'delivered',
    losses: () => losses,
  }
}
