/** What page and poster worker say to each other; both sides import it, so that neither can drift. */
import type { FontBytes } from '../layout/font/fontFiles.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { Result } from '../shared/result.ts'
import type { ComposedPoster, PosterChoices } from './composePoster.ts'
import type { PosterError, PosterJob, PosterPictures } from './posterJob.ts'
import type { ComposedSheets, SheetChoices } from './sheets/composeSheets.ts'

export type RenderedPoster = Result<Uint8Array<ArrayBuffer>, PosterError>

export type PosterTask =
  | {
      readonly kind: 'compose'
      readonly snapshot: WorkshopSnapshot
      readonly choices: PosterChoices
      readonly pictures: PosterPictures
    }
  | { readonly kind: 'sheets'; readonly snapshot: WorkshopSnapshot; readonly choices: SheetChoices }
  | { readonly kind: 'render'; readonly job: PosterJob }

/** The fonts come first; the worker parses them and warms up, so that the first poster is as quick as the second. */
export type PosterRequest =
  | { readonly kind: 'fonts'; readonly fonts: FontBytes; readonly added: readonly ArrayBuffer[] }
  | PosterTask

/** One answer per task, in order. */
export type PosterReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'composed'; readonly poster: ComposedPoster }
  | { readonly kind: 'laidSheets'; readonly sheets: ComposedSheets }
  | { readonly kind: 'rendered'; readonly poster: RenderedPoster }
