/** What only the app can do for this panel: lay out and print with the poster engine, draw a scene, hand over a file. */
import type { PosterReport } from '../../layout/poster/posterRequest.ts'
import type { Scene } from '../../layout/scene.ts'
import type { Result } from '../../shared/result.ts'
import type { PosterWish } from './posterWish.logic.ts'

export interface PosterPreviewed {
  readonly scene: Scene
  readonly report: PosterReport
  /** Characters that no shipped font has. */
  readonly missing: readonly string[]
  readonly title: string
}

export type PosterFailure =
  | { readonly code: 'page-too-long'; readonly width: number; readonly longest: number }
  | { readonly code: 'cancelled' | 'busy' | 'failed' | 'fonts' | 'no-journey' }

export interface PrintOptions {
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
}

export interface PosterTools {
  /** Changes when the workshop does, so that a preview can follow. */
  readonly revision: unknown
  readonly preview: (wish: PosterWish) => Promise<Result<PosterPreviewed, PosterFailure>>
  readonly print: (wish: PosterWish, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>
  /** Draws the scene as large as the canvas is. */
  readonly draw: (canvas: HTMLCanvasElement, scene: Scene) => void
}
