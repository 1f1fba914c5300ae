/** A world of the storage fuzz inside Chromium, on its own IndexedDB; what it ends with goes out as text. */
import type { DocumentName } from '../../../src/model/documentName.ts'
import { installStorageFaults } from '../../convergence/storage/storageFaults.ts'
import { runWorld } from '../../convergence/storage/runWorld.ts'
import { worldRules } from '../../convergence/storage/worldRules.ts'
import { createTally, plainTally, type PlainTally } from '../../convergence/storage/worldTally.ts'

export interface PageWorld {
  readonly seed: number
  /** Their version. */
  readonly rules: number
}

/** `WorldEnd` and the tally, in what passes between a page and its driver. */
export interface PageWorldEnd {
  readonly documents: readonly Readonly<Record<DocumentName, string>>[]
  readonly owed: readonly string[]
  readonly gaps: readonly string[]
  readonly tally: PlainTally
}

export async function fuzzInPage({ seed, rules }: PageWorld): Promise<PageWorldEnd> {
  const uninstall = installStorageFaults({
    forceClose: (connection) => {
      connection.close()
      connection.dispatchEvent(new Event('close'))
    },
  })
  const tally = createTally()
  const locks: LockManager | undefined = navigator.locks
  try {
    const end = await runWorld({ seed, rules: worldRules(rules), tally, locks: locks ?? null })
    return {
      documents: end.documents.map(({ map, stage, review }) => ({
        map: asText(map),
        stage: asText(stage),
        review: asText(review),
      })),
      owed: end.owed,
      gaps: end.gaps,
      tally: plainTally(tally),
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
