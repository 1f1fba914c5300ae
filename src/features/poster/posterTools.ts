/** What only the app can do for this panel: lay out and print with the poster engine, draw a scene, hand over a file. */
import type { PosterReport } from '../../layout/poster/posterRequest.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { Rect, Scene } from '../../layout/scene.ts'
import type { Result } from '../../shared/result.ts'
import type { PosterWish } from './posterWish.logic.ts'

export interface PosterPreviewed {
  /** The whole poster. */
  readonly scene: Scene
  /** Areas of it that are pages of their own; empty when it is one page. */
  readonly parts: readonly Rect[]
  readonly pages: number
  readonly report: PosterReport
  /** Characters that no shipped font has. */
  readonly missing: readonly string[]
  readonly title: string
}

export type PosterFailure =
  | { readonly code: 'page-too-long'; readonly width: number; readonly longest: number }
  | { readonly code: 'cancelled' | 'busy' | 'failed' | 'fonts' | 'no-journey' | 'nothing-picked' }

export interface PrintOptions {
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
}

/** What can be left out, in the order of the map. */
export interface PosterOffer {
  readonly phases: readonly Named<PhaseId>[]
  readonly lanes: readonly Named<LaneId>[]
}

export interface Named<Id> {
  readonly id: Id
  readonly title: string
}

/** Which part of a scene a canvas shows. */
export interface SceneView {
  /** Millimetres. */
  readonly left: number
  readonly top: number
  /** Pixels of the canvas per millimetre. */
  readonly scale: number
  readonly parts: readonly Rect[]
}

export interface PosterTools {
  readonly offer: PosterOffer
  /** Changes when the workshop does, so that a preview can follow. */
  readonly revision: unknown
  readonly preview: (wish: PosterWish) => Promise<Result<PosterPreviewed, PosterFailure>>
  readonly print: (wish: PosterWish, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>
  readonly draw: (canvas: HTMLCanvasElement, scene: Scene, view: SceneView) => void
}
