/** The commands `backup` and `restore`: what they are called with, and what they say. */
import { resolve } from 'node:path'
import type { Clock } from '../src/shared/clock.ts'
import { err, ok, type Result } from '../src/shared/result.ts'
import { backupData, type BackupReport, restoreData } from './backup.ts'

export const BACKUP_COMMANDS = ['backup', 'restore'] as const

const USAGE = `Usage: backup FOLDER    copies the data folder (ETAPPE_DATA) to FOLDER, also while the relay runs
       restore FOLDER   puts such a copy back; the relay must be stopped`

export async function runBackup(
  args: readonly string[],
  dataDir: string,
  clock: Clock,
): Promise<Result<string, string>> {
  const [command, folder, ...rest] = args
  if (folder === undefined || rest.length > 0) return err(USAGE)
  const other = resolve(folder)
  try {
    const done =
      command === 'backup' ? await backupData(dataDir, other) : await restoreData(other, dataDir, clock.now())
    if (!done.ok) return done
    const [from, to] = command === 'backup' ? [dataDir, other] : [other, dataDir]
    return ok(describe(done.value, from, to))
  } catch (cause) {
    return err(`${command} failed: ${cause instanceof Error ? cause.message : String(cause)}`)
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
