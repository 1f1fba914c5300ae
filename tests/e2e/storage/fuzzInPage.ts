/** A world of the storage fuzz inside Chromium, on its own IndexedDB; what it ends with goes out as text. */
import type { DocumentName } from '../../../src/model/documentName.ts'
import { installStorageFaults } from '../../convergence/storage/storageFaults.ts'
import { runWorld } from '../../convergence/storage/runWorld.ts'
import { createTally } from '../../convergence/storage/worldTally.ts'

export interface PageWorld {
  readonly seed: number
  readonly operations: number
}

/** `WorldEnd` and the tally, in what passes between a page and its driver. */
export interface PageWorldEnd {
  readonly documents: readonly Readonly<Record<DocumentName, string>>[]
  readonly owed: readonly string[]
  readonly gaps: readonly string[]
  readonly tally: {
    readonly acted: number
    readonly effective: number
    readonly reloads: number
    readonly diedUnsaved: number
    readonly checks: number
    readonly faults: readonly (readonly [string, number])[]
    readonly events: readonly (readonly [string, number])[]
  }
}

export async function fuzzInPage({ seed, operations }: PageWorld): Promise<PageWorldEnd> {
  const uninstall = installStorageFaults({
    forceClose: (connection) => {
      connection.close()
      connection.dispatchEvent(new Event('close'))
    },
  })
  const tally = createTally()
  const locks: LockManager | undefined = navigator.locks
  try {
    const end = await runWorld({ seed, operations, tally, locks: locks ?? null })
    const { acted, effective, reloads, diedUnsaved, checks, faults, events } = tally
    return {
      documents: end.documents.map(({ map, stage, review }) => ({
        map: asText(map),
        stage: asText(stage),
        review: asText(review),
      })),
      owed: end.owed,
      gaps: end.gaps,
      tally: { acted, effective, reloads, diedUnsaved, checks, faults: [...faults], events: [...events] },
    }
  } finally {
    uninstall()
  }
}

function asText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
