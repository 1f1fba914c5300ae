/** A workshop file → a workshop in memory. What is wrong with it is said as in the app; damaged ones are not opened. */
import type { InputFile } from '../exchange/inputFile.ts'
import { isWorkshopFile } from '../exchange/workshopFile/openArchive.ts'
import { readWorkshopFile } from '../exchange/workshopFile/readWorkshopFile.ts'
import { scratchWorkshop } from '../exchange/workshopFile/scratchWorkshop.ts'
import type { Translate } from '../i18n/translate.ts'
import type { CliIo } from './CliIo.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'

/** Null when it is no workshop file, by content or at least by name. */
export async function workshopFileIn(files: readonly InputFile[]): Promise<Uint8Array | null> {
  const [only] = files
  if (only === undefined || files.length > 1) return null
  const bytes = new Uint8Array(await only.arrayBuffer())
  return isWorkshopFile(bytes) || only.name.toLowerCase().endsWith('.etappe') ? bytes : null
}

export async function loadWorkshopFile(
  bytes: Uint8Array,
  name: string,
  t: Translate,
  io: CliIo,
): Promise<LoadedWorkshop | undefined> {
  const read = await readWorkshopFile(bytes)
  if (!read.ok) {
    for (const { code, entry, value } of read.error) {
      io.complain(`${name}: ${t(`workshopFile.${code}`, { entry, value })}`)
    }
    return undefined
  }
  const { documents, media, checkpoints, createdAt } = read.value
  const workshop = scratchWorkshop(documents)
  if (!workshop.ok) throw new Error(`a checked file's ${workshop.error} could not be read`)
  return { workshop: workshop.value, media, checkpoints, writtenAt: createdAt }
}
