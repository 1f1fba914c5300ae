/** A process of its own that tries to lock a data folder when told so, and lets go of it again. */
import { lockDataFolder, type DataLock } from '../../../sync-server/storage/dataLock.ts'

let held: DataLock | null = null

process.on('message', (folder: string | null) => void obey(folder))

async function obey(folder: string | null): Promise<void> {
  await held?.release()
  held = null
  if (folder === null) return void process.send?.('released')
  const locked = await lockDataFolder(folder)
  held = locked.ok ? locked.value : null
  process.send?.(locked.ok ? 'got it' : locked.error)
}
