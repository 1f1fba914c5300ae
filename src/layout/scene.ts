/**
 * What every renderer draws: far canvas, wall, preview, poster, tiles. A scene is plain data in millimetres, y down,
 * origin top left; all breaking, fitting and placing has happened before, so renderers never measure. Kept apart from
 * the layout of the map because sheets (persona, touchpoint, assembly plan) are scenes too.
 */

/** Which of the shipped faces a run starts in; characters it lacks come from symbols, then emoji (see font metrics). */
export type FontFace = 'regular' | 'bold'

/** `#rrggbb`. Scenes hold no transparency: plotters handle it badly. */
export type Colour = string

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Path segments with absolute coordinates: move, line, cubic curve, close. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

export interface Paint {
  readonly fill?: Colour
  readonly stroke?: Colour
  /** Millimetres; at least 0.25 for print. */
  readonly strokeWidth?: number
  /** Lengths of dash and gap in millimetres. */
  readonly dash?: readonly [number, number]
}

export type SceneOp =
  | ({ readonly kind: 'rect'; readonly radius?: number } & Rect & Paint)
  | ({ readonly kind: 'path'; readonly segments: readonly Segment[] } & Paint)
  | {
      readonly kind: 'text'
      /** One line, already broken; never contains control characters. */
      readonly text: string
      readonly x: number
      readonly baseline: number
      readonly font: FontFace
      /** Font size (em) in millimetres; 1 pt = 25.4 / 72 mm. */
      readonly size: number
      readonly colour: Colour
    }
  | ({ readonly kind: 'picture'; readonly mediaId: string; readonly radius?: number } & Rect)
  | ({ readonly kind: 'clip' } & Rect)
  | { readonly kind: 'restore' }
  | ({ readonly kind: 'link'; readonly url: string } & Rect)
  /** An entry of the document outline that jumps to `y`, and to `x` where it has one. */
  | {
      readonly kind: 'bookmark'
      readonly title: string
      readonly x?: number
      readonly y: number
      readonly level: 0 | 1
    }

export interface Scene {
  readonly width: number
  readonly height: number
  readonly ops: readonly SceneOp[]
  /** What a print shop cuts off; without a word nothing. */
  readonly boxes?: { readonly trim: Rect; readonly bleed: Rect }
}

export const MM_PER_POINT = 25.4 / 72
