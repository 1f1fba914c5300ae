/** What page and poster worker say to each other; both sides import it, so that neither can drift. */
import type { FontBytes } from '../layout/font/fontFiles.ts'
import type { Result } from '../shared/result.ts'
import type { PosterError, PosterJob } from './posterJob.ts'

export type PosterRequest =
  /** First message: parse the fonts and warm up, so that the first poster is as quick as the second. */
  { readonly kind: 'fonts'; readonly fonts: FontBytes } | { readonly kind: 'render'; readonly job: PosterJob }

export type PosterReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly result: Result<Uint8Array<ArrayBuffer>, PosterError> }
