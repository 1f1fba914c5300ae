/** The commands `backup` and `restore`: what they are called with, and what they say. */
import { resolve } from 'node:path'
import type { Clock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import type { RelayConfig } from '../config.ts'
import type { RelayStorage } from '../storage/contract.ts'
import { explainRedis } from '../storage/explainRedis.ts'
import { createRedisStorage } from '../storage/redis.ts'
import { backupData, type BackupReport, restoreData } from './backup.ts'

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
    const opened = await openRedis(redisUrl)
    if (!opened.ok) return opened
    const storage = opened.value
    try {
      const places = { dataDir, blobDir, storage, clock }
      const done = command === 'backup' ? await backupData(places, other) : await restoreData(other, places)
      if (!done.ok) return done
      const here = storage === null ? dataDir : `Redis and ${dataDir}`
      const [from, to] = command === 'backup' ? [here, other] : [other, here]
      return ok(describe(done.value, from, to))
    } finally {
      await storage?.close()
    }
  } catch (cause) {
    return err(`${command} failed: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

async function openRedis(url: string | null): Promise<Result<RelayStorage | null, string>> {
  if (url === null) return ok(null)
  try {
    return ok(await createRedisStorage({ url, logger: silentLogger }))
  } catch (cause) {
    return err(explainRedis(cause))
  }
}

function describe(report: BackupReport, from: string, to: string): string {
  const lines = [
    `Copied ${report.rooms} rooms, ${report.files} files, ${report.bytes} bytes from ${from} to ${to}.`,
  ]
  if (report.setAside !== null) lines.push(`What was there before is now in ${report.setAside}.`)
  for (const file of report.damaged) lines.push(`Damaged in the original, copied as it is: ${file}`)
  return lines.join('\n')
}
