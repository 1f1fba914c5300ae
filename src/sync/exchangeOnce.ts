/**
 * One round of the exchange: ask what the relay lacks, send what is here, fetch what is not. What it learned is kept in
 * a memory for the next round; it decides nothing about when that is.
 */
import type { Logger } from '../shared/logger.ts'
import type { BlobClient, BlobFailure } from './blobClient.ts'
import type { ExchangeStatus, FileStore, NamedFile } from './exchangedFiles.ts'

export interface ExchangeMemory {
  readonly relayHas: Set<string>
  /** Uploads that broke off: the next try goes on where they stopped. */
  readonly begun: Set<string>
  /** Not tried again before the next reconnect. */
  readonly refused: Set<string>
  readonly failed: Set<string>
  /** Listed as being here, but no longer what they were: to be fetched again. */
  readonly unreadable: Set<string>
  /** Only for roles that may not ask for a list: how often a file was asked for in vain, and when it is asked for again. */
  readonly inVain: Map<string, { readonly tries: number; readonly nextRound: number }>
  round: number
}

/** After a reconnect everything may have changed, but broken uploads are still broken. */
export function newExchangeMemory(last?: ExchangeMemory): ExchangeMemory {
  return {
    relayHas: new Set(),
    begun: new Set(last?.begun),
    refused: new Set(),
    failed: new Set(last?.failed),
    unreadable: new Set(last?.unreadable),
    inVain: new Map(),
    round: 0,
  }
}

export interface ExchangeOnceOptions {
  /** By hash. */
  readonly named: ReadonlyMap<string, NamedFile>
  readonly client: BlobClient
  readonly memory: ExchangeMemory
  readonly mayUpload: boolean
  readonly files: FileStore
  readonly logger: Logger
  readonly isOnline: () => boolean
  readonly onArrived: (sha256: string) => void
  readonly report: (status: ExchangeStatus) => void
}

/** Whether anything was sent or fetched. */
export async function exchangeOnce(options: ExchangeOnceOptions): Promise<boolean> {
  const { named, files, memory, logger } = options
  memory.round += 1
  const listed = await files.held()
  if (!listed.ok) {
    logger.warn('the files of this device could not be listed', { code: listed.error.code })
    return false
  }
  const held = new Set(listed.value.filter((hash) => named.has(hash) && !memory.unreadable.has(hash)))
  if (!(await askRelay(options, held))) return false
  report(options, held)
  const toSend = options.mayUpload ? [...held].filter((hash) => !memory.relayHas.has(hash)) : []
  const toGet = [...named.values()].filter(({ sha256 }) => !held.has(sha256))
  const [sent, got] = await Promise.all([sendAll(options, held, toSend), getAll(options, held, toGet)])
  return sent + got > 0
}

/** A role that may not write may not ask for a list either: it finds out file by file. */
async function askRelay(options: ExchangeOnceOptions, held: Set<string>): Promise<boolean> {
  const { named, client, memory, mayUpload, logger } = options
  const unknown = [...named.keys()].filter((hash) => !memory.relayHas.has(hash))
  if (!mayUpload || unknown.length === 0) return true
  const answer = await client.list(unknown)
  if (!answer.ok) {
    if (options.isOnline()) logger.warn('the relay did not say which files it lacks', { ...answer.error })
    report(options, held)
    return false
  }
  const missing = new Set(answer.value)
  for (const hash of unknown) if (!missing.has(hash)) memory.relayHas.add(hash)
  return true
}

async function sendAll(
  options: ExchangeOnceOptions,
  held: Set<string>,
  hashes: readonly string[],
): Promise<number> {
  const { client, memory, files } = options
  let count = 0
  for (const sha256 of hashes) {
    if (!options.isOnline()) break
    if (memory.refused.has(sha256)) continue
    const bytes = await files.read(sha256)
    if (!bytes.ok || bytes.value === null) {
      held.delete(sha256)
      memory.unreadable.add(sha256)
      fail(options, sha256, bytes.ok ? 'gone' : bytes.error.code)
      continue
    }
    const sent = await client.put(sha256, bytes.value, memory.begun.has(sha256))
    if (sent.ok) {
      memory.relayHas.add(sha256)
      memory.begun.delete(sha256)
      memory.failed.delete(sha256)
      count += 1
    } else {
      memory.begun.add(sha256)
      failAtRelay(options, sha256, sent.error)
    }
    report(options, held)
  }
  return count
}

async function getAll(
  options: ExchangeOnceOptions,
  held: Set<string>,
  wanted: readonly NamedFile[],
): Promise<number> {
  let count = 0
  for (const file of wanted) {
    if (!options.isOnline()) break
    if (options.memory.refused.has(file.sha256) || !(await get(options, file))) continue
    held.add(file.sha256)
    options.memory.unreadable.delete(file.sha256)
    options.memory.failed.delete(file.sha256)
    count += 1
    report(options, held)
    options.onArrived(file.sha256)
  }
  report(options, held)
  return count
}

async function get(options: ExchangeOnceOptions, { sha256, mime }: NamedFile): Promise<boolean> {
  const { client, files, memory, mayUpload } = options
  // Another workshop of this device may have it.
  const here = await files.read(sha256)
  let bytes = here.ok ? here.value : null
  if (bytes === null) {
    if (mayUpload ? !memory.relayHas.has(sha256) : isTooSoon(memory, sha256)) return false
    const got = await client.get(sha256)
    if (!got.ok) {
      // Listed a moment ago, gone now.
      if (got.error.code === 'notThere') noteNotThere(memory, sha256)
      else failAtRelay(options, sha256, got.error)
      return false
    }
    bytes = got.value
  }
  const saved = await files.save(bytes, mime)
  if (saved.ok) return true
  memory.refused.add(sha256)
  fail(options, sha256, saved.error.code)
  return false
}

const MOST_ROUNDS_APART = 8

function isTooSoon({ inVain, round }: ExchangeMemory, sha256: string): boolean {
  return (inVain.get(sha256)?.nextRound ?? 0) > round
}

/** Less often each time: a picture may stay on somebody's tablet for days, and a room is full of readers. */
function noteNotThere({ relayHas, inVain, round }: ExchangeMemory, sha256: string): void {
  relayHas.delete(sha256)
  const tries = (inVain.get(sha256)?.tries ?? 0) + 1
  inVain.set(sha256, { tries, nextRound: round + Math.min(2 ** (tries - 1), MOST_ROUNDS_APART) })
}

function failAtRelay(options: ExchangeOnceOptions, sha256: string, failure: BlobFailure): void {
  // What broke off with the connection has not failed: it goes on when the connection is back.
  if (!options.isOnline()) return
  if (failure.code === 'refused') options.memory.refused.add(sha256)
  fail(options, sha256, 'detail' in failure ? `${failure.code}: ${failure.detail}` : failure.code)
}

/** Said once per file, not with every try. */
function fail({ memory, logger }: ExchangeOnceOptions, sha256: string, reason: string): void {
  if (!memory.failed.has(sha256)) logger.warn('a file could not be exchanged yet', { sha256, reason })
  memory.failed.add(sha256)
}

function report({ named, memory, mayUpload, ...options }: ExchangeOnceOptions, held: Set<string>): void {
  if (!options.isOnline()) return
  const toSend = mayUpload ? [...held].filter((hash) => !memory.relayHas.has(hash)) : []
  const notHere = [...named.keys()].filter((hash) => !held.has(hash))
  const failed = [...toSend, ...notHere].filter((hash) => memory.failed.has(hash)).length
  options.report({ toSend: toSend.length, notHere: notHere.length, failed })
}
