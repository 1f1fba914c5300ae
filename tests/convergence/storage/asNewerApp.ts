/**
 * A workshop as an app of the next schema sees it: the same code, but `minWriter` does not shut it out. So in one world the
 * real gate of this version meets devices that go on writing.
 */
import { schemaVersion } from '../../../src/model/schema.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'

export function asNewerApp(workshop: WorkshopDocument): WorkshopDocument {
  let held: WorkshopSnapshot | null = null
  let shown: WorkshopSnapshot | null = null
  return {
    ...workshop,
    snapshot: () => {
      const now = workshop.snapshot()
      if (now === held && shown !== null) return shown
      const isSameMeta = held !== null && shown !== null && held.meta === now.meta
      const meta = isSameMeta ? shown?.meta : { ...now.meta, minWriter: schemaVersion }
      held = now
      shown = { ...now, meta: meta ?? now.meta }
      return shown
    },
  }
}
