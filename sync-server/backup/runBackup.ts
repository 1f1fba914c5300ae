/** The commands `backup` and `restore`: what they are called with, and what they say. */
import { resolve } from 'node:path'
import type { Clock } from '../../src/shared/clock.ts'
import { type Logger, silentLogger } from '../../src/shared/logger.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import type { RelayConfig } from '../config.ts'
import { explainRedis } from '../storage/explainRedis.ts'
import { createRedisStorage } from '../storage/redis.ts'
import { openRedisRestore } from '../storage/redisRestore.ts'
import { backupData, type BackupReport } from './backup.ts'
import { restoreData } from './restore.ts'

export const BACKUP_COMMANDS = ['backup', 'restore'] as const

const USAGE = `Usage: backup FOLDER    copies all rooms and pictures (ETAPPE_DATA, ETAPPE_BLOBS, ETAPPE_REDIS_URL) to FOLDER, also while relays run
       restore FOLDER   puts such a copy back; the relay must be stopped`

export type BackupConfig = Pick<RelayConfig, 'dataDir' | 'blobDir' | 'redisUrl'>

export async function runBackup(
  args: readonly string[],
  config: BackupConfig,
  clock: Clock,
): Promise<Result<string, string>> {
  const [command, folder, ...rest] = args
  if (folder === undefined || rest.length > 0) return err(USAGE)
  const other = resolve(folder)
  const { dataDir, blobDir = null, redisUrl = null } = config
  try {
    const places = { dataDir, blobDir, clock }
    const done =
      command === 'backup'
        ? await withRedis(redisUrl, openRedis, (storage) => backupData({ ...places, storage }, other))
        : await withRedis(redisUrl, openRedisRestore, (redis) => restoreData(other, { ...places, redis }))
    if (!done.ok) return done
    const here = redisUrl === null ? dataDir : `Redis and ${dataDir}`
    const [from, to] = command === 'backup' ? [here, other] : [other, here]
    return ok(describe(done.value, from, to))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const next = 'Nothing was changed. When that is mended, run the same again.'
    return err(`${command} failed: ${/[.!]$/.test(why) ? why : `${why}.`} ${next}`)
  }
}

const openRedis = (url: string, logger: Logger) => createRedisStorage({ url, logger, onlyReads: true })

async function withRedis<Opened extends { readonly close: () => Promise<void> }, T>(
  url: string | null,
  open: (url: string, logger: Logger) => Promise<Opened>,
  work: (opened: Opened | null) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  if (url === null) return work(null)
  const opened = await open(url, silentLogger).then(ok, (cause: unknown) => err(explainRedis(cause)))
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

function describe(report: BackupReport, from: string, to: string): string {
  const { rooms, closedRooms } = report
  const closed = closedRooms === 0 ? '' : ` (${closedRooms} of them closed)`
  const lines = [
    `Copied ${rooms} ${rooms === 1 ? 'room' : 'rooms'}${closed}, ${report.files} files, ${report.bytes} bytes from ${from} to ${to}.`,
  ]
  if (report.setAside !== null) lines.push(`What was there before is now in ${report.setAside}.`)
  for (const file of report.damaged) lines.push(`Damaged in the original, copied as it is: ${file}`)
  return lines.join('\n')
}
