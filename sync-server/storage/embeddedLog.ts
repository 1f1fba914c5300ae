/**
 * One document's two files, `<document>.log` and `<document>.checkpoint`. Appends go to the end of the log; a
 * checkpoint is written first and only then is the log shortened, so a crash between the two merely leaves records
 * that the checkpoint covers already. Appends go on while the checkpoint is written and wait only for the shortening.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { bindSummary } from './boundSummary.ts'
import type { DocumentLog } from './contract.ts'
import { replaceFileDurably } from './durableFile.ts'
import { encodeRecord, type LogRecord, scanRecords } from './records.ts'
import { createSharedLock } from './sharedLock.ts'

export interface EmbeddedLogState {
  readonly logPath: string
  readonly checkpointPath: string
  readonly lastSeq: number
  readonly bytes: number
  /** Called when `fdatasync` failed: what the page cache shows then is no proof of what the disk has. */
  readonly onDoubt: () => void
}

export async function openEmbeddedLog(state: EmbeddedLogState): Promise<DocumentLog> {
  let file = await open(state.logPath, 'a')
  let { lastSeq, bytes } = state
  let dirty = false
  const lock = createSharedLock()

  async function append(updates: readonly Uint8Array[]): Promise<void> {
    const records = updates.map((payload, index) => encodeRecord({ seq: lastSeq + index + 1, payload }))
    const chunk = Buffer.concat(records)
    dirty = true
    try {
      await writeAll(file, chunk)
    } catch (cause) {
      await file.truncate(bytes)
      throw cause
    }
    bytes += chunk.length
    lastSeq += updates.length
  }

  async function sync(): Promise<void> {
    if (!dirty) return
    dirty = false
    try {
      await file.datasync()
    } catch (cause) {
      dirty = true
      state.onDoubt()
      throw cause
    }
  }

  const checkpoint: DocumentLog['checkpoint'] = async (merged, coversSeq, summary = null) => {
    if (coversSeq > lastSeq) throw new Error(`a checkpoint cannot cover ${coversSeq} of ${lastSeq}`)
    await replaceFileDurably(state.checkpointPath, checkpointFile(merged, coversSeq, summary))
    await lock.alone(() => shorten(coversSeq))
  }

  async function shorten(coversSeq: number): Promise<void> {
    if (coversSeq === lastSeq) {
      await file.truncate(0)
      bytes = 0
      dirty = true
      return
    }
    const kept = await keepRecords(state.logPath, (record) => record.seq > coversSeq)
    await file.close()
    file = await open(state.logPath, 'a')
    bytes = kept
  }

  return {
    lastSeq: () => lastSeq,
    logBytes: () => bytes,
    append: (updates) => lock.share(() => append(updates)),
    sync: () => lock.share(sync),
    checkpoint,
    claimCheckpoint: () => Promise.resolve(true),
    close: () => file.close(),
  }
}

function checkpointFile(state: Uint8Array, seq: number, summary: Uint8Array | null): Buffer {
  const payloads = summary === null ? [state] : [state, bindSummary(state, summary)]
  return Buffer.concat(payloads.map((payload) => encodeRecord({ seq, payload })))
}

/** Rewrites a log with the records worth keeping, durably; returns its new size. */
export async function keepRecords(logPath: string, keep: (record: LogRecord) => boolean): Promise<number> {
  const handle = await open(logPath, 'r')
  let whole: Buffer
  try {
    whole = await handle.readFile()
  } finally {
    await handle.close()
  }
  const kept = Buffer.concat(scanRecords(whole).records.filter(keep).map(encodeRecord))
  await replaceFileDurably(logPath, kept)
  return kept.length
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, null)
    if (bytesWritten === 0) throw new Error('the disk took no more bytes')
    written += bytesWritten
  }
}
