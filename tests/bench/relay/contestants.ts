/**
 * Who takes part: how each relay is started with its store on, and how the same client speaks to it. All of them speak
 * y-protocols; Hocuspocus puts the document's name in front of every message and wants a token first.
 */
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { createModeratorCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import { syncUrl } from '../../../src/protocol/socketPath.ts'
import { offerProtocols } from '../../../src/protocol/subProtocols.ts'
import { bundleRelay } from '../../sync-server/helpers/relayProcess.ts'
import { peersFolder } from './installPeers.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'

/** How to enter one room, new ones for every contestant. */
export interface Door {
  readonly url: (port: number) => string
  readonly protocols: readonly string[]
  /** Before anything else. */
  readonly hello: readonly Uint8Array[]
  /** What stands in front of every message, in both directions. */
  readonly prefix: Uint8Array
}

export interface Contestant {
  readonly name: string
  /** What it stores when, and whether it gathers edits before it shows them. */
  readonly note: string
  readonly start: (folder: string, env?: Readonly<Record<string, string>>) => Promise<ServerProcess>
  readonly newDoor: () => Door
}

const NOTHING = new Uint8Array()
const HOCUSPOCUS_AUTH = 2
let doors = 0
let bundle: Promise<string> | null = null

/** Bundled like `npm run build` does, once, beside what others may be building meanwhile. */
function bundledRelay(): Promise<string> {
  bundle ??= bundleRelay('bench').then(({ script }) => {
    process.once('exit', () => rmSync(dirname(script), { recursive: true, force: true }))
    return script
  })
  return bundle
}

export const etappe: Contestant = {
  name: 'Etappe',
  note: 'written before it is shown, fdatasync in groups; gathers under load: for 50 ms, or until 12 edits are there after 20 ms',
  start: async (folder, env = {}) =>
    startProcess({
      script: await bundledRelay(),
      folder,
      env: { ETAPPE_DATA: join(folder, 'data'), ...env },
    }),
  newDoor: () => {
    const capability = createModeratorCapability()
    return {
      url: (port) => `${syncUrl(`http://127.0.0.1:${port}`, roomIdOf(capability))}/map`,
      protocols: offerProtocols(capability.secret, { acknowledge: true }),
      hello: [],
      prefix: NOTHING,
    }
  },
}

export const yWebsocket: Contestant = {
  name: 'y-websocket 1.5.4',
  note: 'LevelDB, written after it is shown, no sync; one message per edit, echo to the writer',
  start: (folder) =>
    startProcess({
      script: join(peersFolder, 'node_modules/y-websocket/bin/server.js'),
      folder,
      env: { YPERSISTENCE: join(folder, 'level') },
    }),
  newDoor: () => plainDoor(),
}

export const hocuspocus: Contestant = {
  name: 'Hocuspocus 4.7.0',
  note: 'SQLite, whole document 2 to 10 s after it is shown; gathers what arrives in one turn, acknowledges receipt',
  start: (folder) =>
    startProcess({
      script: join(import.meta.dirname, 'servers/hocuspocus.mjs'),
      folder,
      env: { PEERS: peersFolder },
    }),
  newDoor: () => {
    const name = `room-${(doors += 1)}`
    const address = encode((encoder) => writeVarString(encoder, name))
    const token = encode((encoder) => {
      writeUint8Array(encoder, address)
      writeVarUint(encoder, HOCUSPOCUS_AUTH)
      writeVarUint(encoder, 0)
      writeVarString(encoder, 'token')
    })
    return { url: (port) => `ws://127.0.0.1:${port}/`, protocols: [], hello: [token], prefix: address }
  },
}

export const broadcaster: Contestant = {
  name: 'raw ws',
  note: 'stores nothing, one message per edit, no echo',
  start: (folder) =>
    startProcess({
      script: join(import.meta.dirname, 'servers/broadcaster.mjs'),
      folder,
      env: { PEERS: peersFolder },
    }),
  newDoor: () => plainDoor(),
}

function plainDoor(): Door {
  const path = `room-${(doors += 1)}`
  return { url: (port) => `ws://127.0.0.1:${port}/${path}`, protocols: [], hello: [], prefix: NOTHING }
}

function encode(write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}
