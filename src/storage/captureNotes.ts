/**
 * A note for oneself, written before the camera or the file dialog covers the app: tablets end pages that are not seen.
 * Whoever opens the workshop next finds what was being done, and where. One per workshop, among the settings, because
 * it is about this device and nothing of it belongs into the document.
 */
import type { Result } from '../shared/result.ts'
import { ok } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface CaptureNote {
  readonly what: 'picture' | 'sound' | 'film'
  /** Address of the screen inside the app. */
  readonly path: string
  /** What the picture was for, as the app wrote it. */
  readonly place: unknown
  readonly at: number
}

export interface CaptureNotes {
  readonly begin: (workshopId: string, note: CaptureNote) => Promise<Result<void, StorageFailure>>
  readonly end: (workshopId: string) => Promise<Result<void, StorageFailure>>
  /** The note, if there is one that can be read. */
  readonly find: (workshopId: string) => Promise<Result<CaptureNote | null, StorageFailure>>
}

export function captureNoteKey(workshopId: string): string {
  return `capture:${workshopId}`
}

export function createCaptureNotes({ settings }: Pick<DeviceDatabase, 'settings'>): CaptureNotes {
  return {
    begin: (workshopId, note) =>
      attempt(async () => {
        await settings.put({ key: captureNoteKey(workshopId), value: note })
      }),
    end: (workshopId) => attempt(() => settings.delete(captureNoteKey(workshopId))),
    find: async (workshopId) => {
      const row = await attempt(() => settings.get(captureNoteKey(workshopId)))
      return row.ok ? ok(readNote(row.value?.value)) : row
    },
  }
}

function readNote(value: unknown): CaptureNote | null {
  if (typeof value !== 'object' || value === null) return null
  const { what, path, place, at } = value as Readonly<Record<string, unknown>>
  if (what !== 'picture' && what !== 'sound' && what !== 'film') return null
  return typeof path === 'string' && typeof at === 'number' ? { what, path, place, at } : null
}
