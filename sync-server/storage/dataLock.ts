/**
 * One relay per data folder: two would write over each other's logs. Every relay shows a listening local socket of its own,
 * then looks for those of others: of two that start at once, at least the later one sees the other. A socket ends with its
 * process, so one that does not answer was left by a relay that was killed; a pid file would have to be guessed about.
 */
import { createHash } from 'node:crypto'
import { readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randomId } from '../../src/shared/ids.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'

/** Systems take 103 bytes or a few more, and cut off what is longer without a word. */
const MAX_SOCKET_PATH = 100
const ID_LENGTH = 12
/** Others that start at the same time give way within milliseconds; one that hangs is not waited for. */
const PATIENCE_MS = 10_000
const LOOK_MS = 10
/** Memory sticks, network drives, folders of the host in a container; `EACCES` is a folder that may not be written at all. */
const TAKES_NO_SOCKETS = /^(EPERM|EOPNOTSUPP|ENOTSUP|ENOSYS|EINVAL)$/

export interface DataLock {
  readonly release: () => Promise<void>
  /** Of the folder's file system: it may be another machine's too, whose relays cannot be seen from here. */
  readonly takesNoSockets: boolean
}

/** What a socket answers: it has the folder, or it is looking whether it may have it; null when nobody is behind it. */
type Claim = 'held' | 'looking' | null

/** Locks an existing folder, or says that another relay has it. */
export async function lockDataFolder(folder: string): Promise<Result<DataLock, 'in-use'>> {
  const path = realpathSync(folder)
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return lockPipe(`\\\\.\\pipe\\etappe-relay-${hash}`)
  const inside = join(path, 'relay.lock')
  if (!fits(inside)) return lockAt(placeBeside(hash), false)
  try {
    return await lockAt(inside, false)
  } catch (cause) {
    if (!TAKES_NO_SOCKETS.test(codeOf(cause))) throw cause
    return lockAt(placeBeside(hash), true)
  }
}

async function lockAt(place: string, takesNoSockets: boolean): Promise<Result<DataLock, 'in-use'>> {
  const own = `${place}.${randomId(ID_LENGTH)}`
  let claim: 'held' | 'looking' = 'looking'
  const server = await showSocket(own, () => claim)
  const release = async (): Promise<void> => {
    await closeServer(server)
    rmSync(own, { force: true })
  }
  try {
    if (await mayHave(place, own)) {
      claim = 'held'
      return ok({ release, takesNoSockets })
    }
  } catch (cause) {
    await release()
    throw cause
  }
  await release()
  return err('in-use')
}

/** Of several that look at once, the one whose name comes first waits for the others to give way. */
async function mayHave(place: string, own: string): Promise<boolean> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() < giveUpAt) {
    const others = socketsAt(place).filter((path) => path !== own)
    const claims = await Promise.all(others.map(async (path) => ({ path, claim: await ask(path) })))
    for (const { path, claim } of claims) if (claim === null) removeDead(path)
    const living = claims.filter(({ claim }) => claim !== null)
    if (living.length === 0) return true
    if (living.some(({ path, claim }) => claim === 'held' || path < own)) return false
    await pause(LOOK_MS)
  }
  return false
}

/** The folder for temporary files has a long path itself on macOS. */
function placeBeside(hash: string): string {
  const short = `etappe-${hash.slice(0, 16)}`
  const places = [join(tmpdir(), `etappe-relay-${hash}.lock`), join(tmpdir(), short)]
  return places.find(fits) ?? join('/tmp', short)
}

function fits(place: string): boolean {
  return Buffer.byteLength(`${place}.${'x'.repeat(ID_LENGTH)}.new`) <= MAX_SOCKET_PATH
}

function socketsAt(place: string): string[] {
  const names = readdirSync(dirname(place)).filter((name) => name.startsWith(basename(place)))
  return names.filter((name) => !name.endsWith('.new')).map((name) => join(dirname(place), name))
}

/** Under its name only once it listens: whoever finds it silent then knows that its relay is dead. */
async function showSocket(path: string, claim: () => string): Promise<Server> {
  const beside = `${path}.new`
  const server = await listenOn(beside, claim)
  try {
    renameSync(beside, path)
  } catch (cause) {
    await closeServer(server)
    throw cause
  }
  return server
}

/** A pipe of Windows vanishes with its process, and only one can have its name. */
async function lockPipe(path: string): Promise<Result<DataLock, 'in-use'>> {
  try {
    const server = await listenOn(path, () => 'held')
    return ok({ release: () => closeServer(server), takesNoSockets: false })
  } catch (cause) {
    if (codeOf(cause) === 'EADDRINUSE') return err('in-use')
    throw cause
  }
}

function listenOn(path: string, claim: () => string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.end(claim())
    })
    server.once('error', reject)
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

function removeDead(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (cause) {
    // Another user's, in the folder for temporary files: it stays, and says nothing.
    if (!/EPERM|EACCES/.test(codeOf(cause))) throw cause
  }
}

/** Only a refusal proves that nobody is there. Whoever cut the answer short is asked again, whoever gives none is busy. */
function ask(path: string): Promise<Claim> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(path)
    socket.setTimeout(PATIENCE_MS, () => {
      resolve('held')
      socket.destroy()
    })
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()))
    socket.once('error', (cause) => {
      const code = codeOf(cause)
      if (/ECONNREFUSED|ENOENT/.test(code)) resolve(null)
      else resolve(/ECONNRESET|EPIPE/.test(code) ? 'looking' : 'held')
    })
    socket.once('close', () => resolve(said === 'held' ? 'held' : 'looking'))
  })
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}
