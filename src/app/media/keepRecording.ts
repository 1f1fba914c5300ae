/** Checks a recording, takes the camera's notes out of it and keeps it on this device, read back like a picture. */
import { MAX_BLOB_BYTES } from '../../protocol/blobs.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { probeRecording } from './probeRecording.ts'
import { recordingFormat } from './recordingFormat.ts'
import { withoutNotes } from './withoutNotes.ts'

export const MOST_SECONDS = 60
/** A recorder that stops at 60 seconds stops a little after. */
const LEEWAY_SECONDS = 1.5
/** What the relay takes as one file. */
export const MOST_RECORDING_MEGABYTES = Math.floor(MAX_BLOB_BYTES / 1e6)

export interface KeptRecording {
  readonly kind: 'audio' | 'video'
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
  readonly duration: number
  readonly width: number
  readonly height: number
  readonly preview: string
  readonly name: string
}

export type RecordingFailure =
  | { readonly code: 'noRecording' }
  | { readonly code: 'unplayable' }
  | { readonly code: 'tooHeavy'; readonly megabytes: number }
  | { readonly code: 'tooLong'; readonly seconds: number }
  | { readonly code: 'notKept'; readonly failure: StorageFailure }

export async function keepRecording(
  media: MediaStore,
  workshopId: string,
  file: File,
): Promise<Result<KeptRecording, RecordingFailure>> {
  if (file.size > MAX_BLOB_BYTES) return err({ code: 'tooHeavy', megabytes: Math.ceil(file.size / 1e6) })
  const source = new Uint8Array(await file.arrayBuffer())
  const format = recordingFormat(source)
  if (format === null) return err({ code: 'noRecording' })
  const probed = await probeRecording(source, format.video ?? format.audio)
  if (!probed.ok) return err({ code: 'unplayable' })
  const { duration, width, height, preview } = probed.value
  if (duration > MOST_SECONDS + LEEWAY_SECONDS) return err({ code: 'tooLong', seconds: Math.round(duration) })
  const kind = format.video !== null && width > 0 ? 'video' : 'audio'
  const mime = kind === 'video' && format.video !== null ? format.video : format.audio
  const bytes = format.container === 'mp4' || format.container === '3gp' ? withoutNotes(source) : source
  const saved = await media.save(workshopId, bytes, mime)
  if (!saved.ok) return err({ code: 'notKept', failure: saved.error })
  const { sha256 } = saved.value
  return ok({ kind, sha256, mime, bytes: bytes.length, duration, width, height, preview, name: file.name })
}
