/**
 * The relay's own store: one folder per room under `<data>/rooms`, no database to install. Owns loading and repairing;
 * whatever is damaged is set aside beside the file, said in the log, and never taken for an empty document.
 */
import { copyFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RELAY_DOCUMENTS, type RelayDocument } from '../../src/protocol/access.ts'
import type { Clock } from '../../src/shared/clock.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { readSummary } from './boundSummary.ts'
import type { OpenedDocument, RelayStorage } from './contract.ts'
import { hasCode, readFileIfThere, syncFolder } from './durableFile.ts'
import { keepRecords, openEmbeddedLog } from './embeddedLog.ts'
import { openEmbeddedRooms } from './embeddedRooms.ts'
import { type LogRecord, readRecordAt, recordBytes, scanRecords } from './records.ts'

export interface EmbeddedStorageOptions {
  readonly folder: string
  readonly logger: Logger
  readonly clock: Clock
}

export function createEmbeddedStorage(options: EmbeddedStorageOptions): RelayStorage {
  const doubtful = new Set<string>()
  const rooms = openEmbeddedRooms(options.folder, options.clock)
  const { folderOf } = rooms
  return {
    roomState: rooms.state,
    rooms: rooms.all,
    countRooms: rooms.count,
    storedBytes: async (room) => {
      const bytes = new Map<RelayDocument, number>()
      for (const document of RELAY_DOCUMENTS) {
        const files = [`${document}.log`, `${document}.checkpoint`].map((name) => join(folderOf(room), name))
        const sizes = await Promise.all(files.map(sizeIfThere))
        bytes.set(document, (sizes[0] ?? 0) + (sizes[1] ?? 0))
      }
      return bytes
    },
    createRoom: rooms.create,
    holdRoom: async (room) =>
      (await rooms.state(room)) === 'closed'
        ? null
        : { close: () => rooms.close(room), release: () => Promise.resolve() },
    closedRooms: rooms.closed,
    emptyRoom: rooms.empty,
    watchRooms: () => undefined,
    openDocument: (room, document) => openDocument(folderOf(room), document, doubtful, options),
    close: () => Promise.resolve(),
  }
}

async function openDocument(
  folder: string,
  document: RelayDocument,
  doubtful: Set<string>,
  options: EmbeddedStorageOptions,
): Promise<OpenedDocument> {
  const logPath = join(folder, `${document}.log`)
  const checkpointPath = join(folder, `${document}.checkpoint`)
  const checkpoint = await loadCheckpoint(checkpointPath, options)
  const covered = checkpoint?.seq ?? 0
  const loaded = await loadLog(logPath, doubtful, options)
  const fresh = loaded.records.filter((record) => record.seq > covered)
  const log = await openEmbeddedLog({
    logPath,
    checkpointPath,
    lastSeq: loaded.records.reduce((last, record) => Math.max(last, record.seq), covered),
    bytes: loaded.bytes,
    onDoubt: () => doubtful.add(logPath),
  })
  try {
    await syncFolder(folder)
  } catch (cause) {
    await log.close()
    throw cause
  }
  const updates = fresh.map((record) => record.payload)
  return {
    stored: { checkpoint: checkpoint?.state ?? null, summary: checkpoint?.summary ?? null, updates },
    log,
  }
}

interface LoadedCheckpoint {
  readonly seq: number
  readonly state: Uint8Array
  readonly summary: Uint8Array | null
}

/** One record, and perhaps a second one with its summary, which can be done without. */
async function loadCheckpoint(
  path: string,
  options: EmbeddedStorageOptions,
): Promise<LoadedCheckpoint | null> {
  const bytes = await readFileIfThere(path)
  if (bytes === null) return null
  const record = readRecordAt(bytes, 0)
  if (record !== null) {
    const { seq, payload: state } = record
    const beside = readRecordAt(bytes, recordBytes(record))
    return { seq, state, summary: readSummary(state, beside?.payload ?? null) }
  }
  // Away with it: else every opening would find it and make another copy.
  const setAside = await freeNameBeside(path, options)
  await rename(path, setAside)
  options.logger.error(
    'a checkpoint is damaged and was set aside; devices that join will bring its content back',
    {
      file: path,
      setAside,
    },
  )
  return null
}

interface LoadedLog {
  readonly records: readonly LogRecord[]
  readonly bytes: number
}

async function loadLog(
  path: string,
  doubtful: Set<string>,
  options: EmbeddedStorageOptions,
): Promise<LoadedLog> {
  const bytes = await readFileIfThere(path)
  if (bytes === null) return { records: [], bytes: 0 }
  const { records, damagedBytes, soundEnd } = scanRecords(bytes)
  if (damagedBytes === 0 && !doubtful.has(path)) return { records, bytes: bytes.length }
  if (damagedBytes > 0) {
    const setAside = await putAside(path, options)
    const tail = bytes.length - soundEnd
    options.logger.warn('a log was repaired: what is whole is kept, the damaged bytes were set aside', {
      file: path,
      setAside,
      wholeUpdates: records.length,
      damagedBytes,
      tornTailBytes: tail,
    })
  }
  const kept = await keepRecords(path, () => true)
  doubtful.delete(path)
  return { records, bytes: kept }
}

/** Copies a damaged file to a free name beside it; nothing is ever overwritten or thrown away. */
async function putAside(path: string, options: EmbeddedStorageOptions): Promise<string> {
  const target = await freeNameBeside(path, options)
  await copyFile(path, target)
  return target
}

async function freeNameBeside(path: string, options: EmbeddedStorageOptions): Promise<string> {
  let target = `${path}.damaged-${options.clock.now()}`
  while (await isThere(target)) target += '-again'
  return target
}

async function isThere(path: string): Promise<boolean> {
  return (await sizeIfThere(path)) !== null
}

async function sizeIfThere(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null
    throw cause
  }
}
