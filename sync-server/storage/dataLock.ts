/**
 * One relay per data folder: two would write over each other's logs. The lock is a listening local socket, because it
 * vanishes with its process: a pid file left by `kill -9` would have to be guessed about.
 */
import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { err, ok, type Result } from '../../src/shared/result.ts'

/** Socket paths are limited to about 100 bytes by the operating systems. */
const MAX_SOCKET_PATH = 100

export interface DataLock {
  readonly release: () => Promise<void>
}

/** Locks an existing folder, or says that another relay has it. */
export async function lockDataFolder(folder: string): Promise<Result<DataLock, 'in-use'>> {
  const path = socketPathFor(realpathSync(folder))
  const first = await listenOn(path)
  if (first !== null) return ok(lockOf(first))
  if (await somebodyAnswers(path)) return err('in-use')
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const second = await listenOn(path)
  return second === null ? err('in-use') : ok(lockOf(second))
}

function socketPathFor(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\etappe-relay-${hash}`
  const inside = join(folder, 'relay.lock')
  return inside.length <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `etappe-relay-${hash}.lock`)
}

function lockOf(server: Server): DataLock {
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** The server, or null when the address is taken, by a living relay or by what a killed one left behind. */
function listenOn(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve(null)
      else reject(cause)
    })
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function somebodyAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}
