/**
 * Which edits cannot be shown yet, as every Yjs client finds out anew with each update: those behind a gap of their own
 * client, and those that hang on or delete what another client wrote and nobody brought. Counted, because what waits costs
 * everybody more with each update that is added. Keeps clocks only, and nothing at all of a document where nothing waits.
 */
import type { InspectedUpdate } from './inspectUpdate.ts'
import { type HeldClocks, WaitingLine } from './waitingLine.ts'

export type Added = 'shown' | 'waits' | 'refused'

export interface WaitingEdits {
  /**
   * Called before the clocks of the update are known. Refuses, and then is as before, what would make more than `most`
   * wait; but never what leaves no more waiting than there is.
   */
  readonly add: (update: InspectedUpdate, most: number) => Added
  /** How many runs of edits and deletions wait, counted as they came. */
  readonly count: () => number
}

export function createWaitingEdits(held: HeldClocks): WaitingEdits {
  let line = new WaitingLine(held)

  /** Only what might pass the limit is tried out on a copy first. */
  function tryOut(update: InspectedUpdate, most: number): boolean {
    const trial = line.copy()
    trial.add(update)
    if (trial.count() > Math.max(most, line.count())) return false
    line = trial
    return true
  }

  return {
    count: () => line.count(),
    add: (update, most) => {
      const isNext = line.isNext(update)
      if (isNext && line.isEmpty()) return 'shown'
      const before = line.count()
      if (isNext || before + partsOf(update) <= most) line.add(update)
      else if (!tryOut(update, most)) return 'refused'
      return line.count() > before ? 'waits' : 'shown'
    },
  }
}

/** More of it cannot wait. */
function partsOf({ inserts, deletes, structs }: InspectedUpdate): number {
  return (structs ?? inserts).length + deletes.length
}
