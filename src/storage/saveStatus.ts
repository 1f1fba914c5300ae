/** What is true about a document on this device, at every moment; the chip, the update prompt and `flush` rely on it. */
import type { StorageFailure } from './storageFailure.ts'

export type SaveStatus =
  | { readonly state: 'loading' }
  /** Written, not yet confirmed by the browser. */
  | { readonly state: 'saving'; readonly since: number }
  /** Everything on the screen is on this device; set only after the browser has committed. */
  | { readonly state: 'saved'; readonly at: number }
  /** What is on the screen is not on this device; the app keeps trying, the person should export. */
  | { readonly state: 'notSaved'; readonly failure: StorageFailure; readonly since: number }
  /** The stored document could not be read: never to be shown as an empty one. */
  | { readonly state: 'loadFailed'; readonly failure: StorageFailure }

const SEVERITY = ['saved', 'saving', 'loading', 'notSaved', 'loadFailed'] as const

/**
 * The family of documents is as safe as its least safe member. What waits has waited since the first of it; when nothing
 * waits, everything was last saved when the last of it was: documents that nobody writes in stay whole without a save.
 */
export function familyStatus(statuses: readonly SaveStatus[]): SaveStatus {
  let family: SaveStatus | undefined
  for (const status of statuses) {
    if (family === undefined || rank(status) > rank(family)) family = status
    else if (status.state === 'saving' && family.state === 'saving' && status.since < family.since)
      family = status
    else if (status.state === 'saved' && family.state === 'saved' && status.at > family.at) family = status
  }
  return family ?? { state: 'loading' }
}

export function isSameStatus(a: SaveStatus, b: SaveStatus): boolean {
  if (a.state !== b.state) return false
  if (a.state === 'saved' && b.state === 'saved') return a.at === b.at
  if ('failure' in a && 'failure' in b) return a.failure === b.failure
  return true
}

function rank(status: SaveStatus): number {
  return SEVERITY.indexOf(status.state)
}
