import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { decodeClockSummary } from '../../sync-server/document/clockSummary.ts'
import { createKnownClocks } from '../../sync-server/document/knownClocks.ts'
import type { RelayStorage } from '../../sync-server/storage/contract.ts'
import { createMemoryStorage } from '../../sync-server/storage/memory.ts'
import { type Links, newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

async function writing(relay: StartedRelay, links: Links): Promise<{ writer: RawClient; doc: Y.Doc }> {
  const writer = connectRaw(
    `${relay.urlOf(links.moderator)}/map`,
    offerProtocols(links.moderator.secret, { acknowledge: true }),
  )
  await writer.opened()
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.update(update))
  return { writer, doc }
}

/** The same store; what is handed in with each checkpoint is kept. */
function watchSummaries(inner: RelayStorage) {
  const summaries: (Uint8Array | null)[] = []
  const storage: RelayStorage = {
    ...inner,
    openDocument: async (...asked) => {
      const { log, ...opened } = await inner.openDocument(...asked)
      return {
        ...opened,
        log: {
          ...log,
          checkpoint: (state, coversSeq, summary = null) => {
            summaries.push(summary)
            return log.checkpoint(state, coversSeq, summary)
          },
        },
      }
    },
  }
  return { storage, summaries }
}

const vectorIn = (summary: Uint8Array | null) =>
  Y.decodeStateVector(createKnownClocks(decodeClockSummary(summary ?? Uint8Array.of())).stateVector())

describe('the first one in a room that was put away', () => {
  it('is asked for exactly what the relay lacks, and what the relay has is not stored again', async () => {
    const first = await startRelay()
    const links = newLinks()
    const { writer, doc } = await writing(first, links)
    for (let index = 0; index < 200; index += 1) doc.getMap('cards').set(`card ${index % 70}`, index)
    doc.getMap('cards').delete('card 3')
    await waitFor('durable', () => writer.acknowledged() === 201)
    await first.server.close()
    const second = await startRelay({ dataDir: first.dataDir })
    const again = await writing(second, links)
    await waitFor('asked', () => again.writer.syncs(0).length > 0)
    const asked = Y.decodeStateVector(again.writer.syncs(0)[0] ?? Uint8Array.of())
    expect([...asked]).toEqual([[doc.clientID, 200]])
    again.writer.step2(Y.encodeStateAsUpdate(doc))
    await waitFor('acknowledged', () => again.writer.acknowledged() === 1)
    const log = join(second.dataDir, 'rooms', roomIdOf(links.moderator), 'map.log')
    expect((await stat(log)).size).toBe(0)
    const reader = connectStock(second, links.reader)
    await reader.synced()
    expect(reader.cards.toJSON()).toEqual(doc.getMap('cards').toJSON())
  })
})

describe('what is kept beside a checkpoint', () => {
  it('never counts an edit that is not written yet: after a crash the relay would not ask for it', async () => {
    const held = createHeldStorage(createMemoryStorage())
    const { storage, summaries } = watchSummaries(held.storage)
    const relay = await startRelay({ storage, limits: { checkpointBytes: 0 } })
    const links = newLinks()
    const { writer, doc } = await writing(relay, links)
    held.hold('append')
    doc.getMap('cards').set('first', 'x'.repeat(100))
    await waitFor('the first is being written', () => held.waiting('append') === 1)
    doc.getMap('cards').set('second', 1)
    let hasAnswered = false
    writer.socket.once('pong', () => (hasAnswered = true))
    writer.socket.ping()
    await waitFor('the second has arrived', () => hasAnswered)
    held.release('append')
    await waitFor('durable', () => writer.acknowledged() === 2)
    await waitFor('a checkpoint', () => summaries.length > 0)
    expect(summaries[0]).toBeNull()
    writer.socket.close()
    await waitFor('put away', () => relay.server.health().rooms === 0)
    const last = summaries.findLast((summary) => summary !== null) ?? null
    expect([...vectorIn(last)]).toEqual([[doc.clientID, 2]])
  })
})
