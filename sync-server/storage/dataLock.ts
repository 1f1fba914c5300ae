/**
 * One relay per data folder: two would write over each other's logs. The lock is a listening local socket, because it
 * vanishes with its process: a pid file left by `kill -9` would have to be guessed about.
 */
import { createHash } from 'node:crypto'
import { lstatSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomId } from '../../src/shared/ids.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { hasCode } from './durableFile.ts'

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
  const seen = identityOf(path)
  if (await somebodyAnswers(path)) return err('in-use')
  if (process.platform !== 'win32') removeLeftOver(path, seen)
  const second = await listenOn(path)
  return second === null ? err('in-use') : ok(lockOf(second))
}

function socketPathFor(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\etappe-relay-${hash}`
  const inside = join(folder, 'relay.lock')
  return inside.length <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `etappe-relay-${hash}.lock`)
}

/** Another relay that starts now may have replaced it since it was seen dead: then that one's is put back. */
function removeLeftOver(path: string, seen: string | null): void {
  const aside = `${path}.${randomId(8)}`
  try {
    renameSync(path, aside)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return
    throw cause
  }
  if (identityOf(aside) === seen) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

/** The file itself, whatever its name; a number alone is given out again. */
function identityOf(path: string): string | null {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.ino} ${found.mtimeNs}`
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
