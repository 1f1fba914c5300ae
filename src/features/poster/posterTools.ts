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
  /** Characters that no font has. */
  readonly missing: readonly string[]
  /** Characters that a font has, but whose script joins letters or moves marks, which is not done. */
  readonly unjoined: readonly string[]
  readonly pictures: PicturesShown
  readonly title: string
}

/** What the photos of a poster will weigh, said before it is made. */
export interface PicturesShown {
  readonly count: number
  /** Those that are not on this device, or cannot be read: empty frames. */
  readonly missing: number
  /** No more than this many bytes go into the file. */
  readonly most: number
  /** Of those on this device, to draw the preview with. */
  readonly images: ReadonlyMap<string, ShownPicture>
}

export interface ShownPicture {
  readonly image: CanvasImageSource
  readonly width: number
  readonly height: number
}

export type LogoFault = 'svg' | 'unreadable' | 'tooLarge' | 'notKept'
export type FontFault = 'noFont' | 'postScript' | 'woff2' | 'tooLarge' | 'notAllowed' | 'notKept' | 'tooMany'

/** Logo, colour and fonts of this device. */
export interface PosterHouse {
  /** An address of the logo to look at; null when there is none. */
  readonly logo: string | null
  readonly colour: string | null
  /** What the colour is printed as: darker when it would hardly show on paper. */
  readonly printed: string | null
  /** Names of the added fonts. */
  readonly fonts: readonly string[]
  readonly takeLogo: (file: File) => Promise<LogoFault | null>
  readonly dropLogo: () => void
  readonly chooseColour: (colour: string) => void
  readonly takeFont: (file: File) => Promise<FontFault | null>
  readonly dropFont: (name: string) => void
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
  /** Without them pictures are left out. */
  readonly images?: PicturesShown['images']
}

export interface PosterTools {
  readonly offer: PosterOffer
  readonly house: PosterHouse
  /** True when there is a link for reading that a code could hold. */
  readonly hasLink: boolean
  /** Changes when the workshop does, so that a preview can follow. */
  readonly revision: unknown
  readonly preview: (wish: PosterWish) => Promise<Result<PosterPreviewed, PosterFailure>>
  readonly print: (wish: PosterWish, options: PrintOptions) => Promise<Result<Blob, PosterFailure>>
  readonly draw: (canvas: HTMLCanvasElement, scene: Scene, view: SceneView) => void
}
