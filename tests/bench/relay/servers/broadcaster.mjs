/**
 * The floor without coalescing: hands every document message to everybody else at the same address and stores nothing. A
 * step 1 is answered with an empty step 2, so that the same clients can use it.
 */
import { createRequire } from 'node:module'

const { WebSocketServer } = createRequire(`${process.env.PEERS}/package.json`)('ws')
const SYNC = 0
const EMPTY_STEP_2 = Uint8Array.of(SYNC, 1, 2, 0, 0)
const rooms = new Map()
const server = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1' })

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set()
  rooms.set(request.url, room)
  room.add(socket)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => room.delete(socket))
  socket.on('message', (message) => {
    if (message[0] === SYNC && message[1] === 0) return socket.send(EMPTY_STEP_2)
    for (const other of room) if (other !== socket) other.send(message)
  })
})
