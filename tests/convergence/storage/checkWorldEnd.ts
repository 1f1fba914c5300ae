/** The invariants of a run, on what a world ended with: every page and every disk, each read anew. */
import { applyUpdates } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import { checkInvariants } from '../invariants.ts'
import { emptyWorkshop } from '../../model/support/testWorkshop.ts'
import type { WorldEnd } from './runWorld.ts'

export function checkWorldEnd({ documents, owed, gaps }: WorldEnd): void {
  const workshops = documents.map((updates, index) => {
    const workshop = emptyWorkshop(9_000 + index)
    const unreadable = applyUpdates(workshop, updates)
    if (unreadable !== null) throw new Error(`the ${unreadable} of a device cannot be read at the end`)
    return workshop
  })
  checkInvariants(workshops, owed, new Set(gaps))
  for (const workshop of workshops) workshop.destroy()
}
