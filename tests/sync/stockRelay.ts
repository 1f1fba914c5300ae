/**
 * The stock protocol and nothing more: answers step 1, keeps what it gets in memory, acknowledges nothing. May turn the
 * first connections of each document away with a close code.
 */
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'

export async function startStockRelay(turnAwayFirstWith: number | null = null): Promise<number> {
  const documents = new Map<string, Y.Doc>()
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => {
    const name = request.url ?? ''
    if (turnAwayFirstWith !== null && !documents.has(name)) {
      documents.set(name, new Y.Doc())
      socket.close(turnAwayFirstWith)
      return
    }
    const doc = documents.get(name) ?? new Y.Doc()
    documents.set(name, doc)
    socket.on('message', (data: Buffer) => {
      const decoder = createDecoder(data)
      if (readVarUint(decoder) !== 0) return
      const encoder = createEncoder()
      writeVarUint(encoder, 0)
      readSyncMessage(decoder, encoder, doc, null)
      if (length(encoder) > 1) socket.send(toUint8Array(encoder))
    })
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    writeSyncStep1(encoder, doc)
    socket.send(toUint8Array(encoder))
  })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    for (const client of server.clients) client.terminate()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
