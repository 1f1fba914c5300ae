/**
 * Ends an HTTP server although connections are left: browsers open some in advance on which they send nothing, and others
 * never take the end of an answer. Node waits for both, and a restart would take as long as it is given.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface WatchedConnections {
  /** Takes no new connections; those that are there go on. */
  readonly stopListening: () => void
  /** Resolves when all are gone; answers that are under way get a moment. */
  readonly end: () => Promise<void>
}

const GRACE_MS = 1_000

export function watchConnections(
  server: Pick<Server, 'on' | 'close' | 'closeIdleConnections'>,
  graceMs = GRACE_MS,
): WatchedConnections {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  let closed = Promise.resolve()
  return {
    stopListening: () => {
      closed = new Promise((resolve) => server.close(() => resolve()))
    },
    end: async () => {
      server.closeIdleConnections()
      const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), graceMs)
      await closed
      clearTimeout(cut)
    },
  }
}
