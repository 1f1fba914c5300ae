/** What was picked or dropped together: a workshop file, several of them (also in a zip of everything), or tables. */
import { isWorkshopPick } from './isWorkshopPick.ts'
import { archiveEntries } from './workshopSources.ts'

export type PickKind = 'workshop' | 'several' | 'tables'

/** One workshop file among others is enough: those that are none are named as such, and hold up nothing. */
export async function kindOfPick(files: readonly File[]): Promise<PickKind> {
  for (const file of files) {
    if ((await archiveEntries(file)) !== null) return 'several'
    if (await isWorkshopPick(file)) return files.length === 1 ? 'workshop' : 'several'
  }
  return 'tables'
}
