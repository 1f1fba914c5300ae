/** A loaded workshop → the bytes of its file. One that came from such a file keeps its date. */
import { fileOfWorkshop } from '../exchange/workshopFile/fileOfWorkshop.ts'
import { writeWorkshopFile } from '../exchange/workshopFile/writeWorkshopFile.ts'
import { APP_VERSION } from '../shared/appVersion.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'

export async function packWorkshopFile(loaded: LoadedWorkshop): Promise<Uint8Array> {
  const { workshop, media, checkpoints, writtenAt } = loaded
  const createdAt = writtenAt ?? workshop.clock.now()
  const content = fileOfWorkshop(workshop, { appVersion: APP_VERSION, createdAt, media, checkpoints })
  const written = await writeWorkshopFile(content)
  if (!written.ok) throw new Error(`a file that nobody cancelled was not written: ${written.error.code}`)
  return written.value.bytes
}
