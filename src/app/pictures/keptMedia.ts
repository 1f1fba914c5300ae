/** A picture, page, sound or film that is kept on this device and waits for its name in the document. */
import type { mediaKinds } from '../../model/records/media.ts'

export interface KeptMedia {
  readonly kind: (typeof mediaKinds)[number]
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Seconds, for sound and film. */
  readonly duration: number | null
  /** Of a PDF, from 1. */
  readonly page: number | null
  /** A tiny blurred picture as a `data:` address; empty for sound. */
  readonly preview: string
  readonly name: string
}
