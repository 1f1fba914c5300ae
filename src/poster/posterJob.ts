/**
 * What goes into a poster and what can keep it from becoming one: the words that dialog, worker and command line share.
 */
import type { Scene } from '../layout/scene.ts'

/**
 * JPEG files by media id, upright (a turning tag is not followed); their bytes go into the PDF as they are, but without
 * place, camera and comments. A picture that a scene names and this map lacks is drawn as an empty frame.
 */
export type PosterPictures = ReadonlyMap<string, Uint8Array>

/** The company's logo among the pictures; no id of a workshop looks like this. */
export const LOGO_ID = 'company-logo'

export interface PosterMeta {
  readonly title: string
  readonly author?: string
  readonly subject?: string
  /** BCP 47, for screen readers and hyphenation in viewers. */
  readonly language: string
  /** Milliseconds since 1970. The only time in the file: same job, same bytes. */
  readonly createdAt: number
}

/** One page per scene. */
export interface PosterJob {
  readonly scenes: readonly Scene[]
  readonly pictures: PosterPictures
  readonly meta: PosterMeta
}

/** Largest page side that PDF viewers agree on: 14,400 points. */
export const LONGEST_PAGE_MM = 5080

export type PosterError =
  | { readonly code: 'no-pages' }
  /** Sizes in millimetres; `page` counts from 1. */
  | {
      readonly code: 'page-too-long'
      readonly page: number
      readonly width: number
      readonly height: number
      readonly longest: number
    }
  | { readonly code: 'cancelled' }
  /** The worker could not be loaded or broke; `detail` is for the log. */
  | { readonly code: 'worker-failed'; readonly detail: string }

/** From 0 to 1, never backwards. */
export type PosterProgress = (fraction: number) => void
