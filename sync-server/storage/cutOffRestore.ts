/** Whether a restore into a data folder was killed while it swapped its parts: then neither the old nor the new are all there. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a restore grows, in the data folder. */
export const RESTORE_FOLDER = 'restore.partial'
/** In there, from just before the first part is moved until all are. */
export const SWAP_MARK = 'etappe-swapping'

export async function isRestoreCutOff(dataDir: string): Promise<boolean> {
  return access(join(dataDir, RESTORE_FOLDER, SWAP_MARK)).then(
    () => true,
    () => false,
  )
}
