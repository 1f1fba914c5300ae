/**
 * Draws scene operations into one strip of a picture, in plain JavaScript: a command line has no canvas, and the packages
 * that bring one are binaries for some machines. The same input gives the same pixels everywhere.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { TextRun } from '../../layout/font/textRuns.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'
import type { Paint, Rect, SceneOp } from '../../layout/scene.ts'
import { visualOrder } from '../../poster/pdf/visualOrder.ts'
import type { Pixels } from '../../poster/pictures/jpegCodec.ts'
import { Coverage, type Window } from './Coverage.ts'
import { GlyphOutlines } from './GlyphOutlines.ts'
import { type Box, flattenPath, type Outline, type Polygon, roundedBox } from './polygon.ts'
import { strokeOutline } from './strokeOutline.ts'

type TextOp = Extract<SceneOp, { kind: 'text' }>
type PictureOp = Extract<SceneOp, { kind: 'picture' }>

/** Thinner lines would come and go; as on the poster. */
const THINNEST = 0.25
const EMPTY_FRAME = '#e8e4da'

export interface PainterOptions {
  readonly metrics: FontMetrics
  /** Pixels per millimetre. */
  readonly scale: number
  readonly width: number
  readonly rows: number
  readonly picture: (mediaId: string) => Pixels | undefined
}

export class StripPainter {
  private readonly options: PainterOptions
  private readonly pixels: Uint8ClampedArray
  private readonly coverage: Coverage
  private readonly glyphs = new Map<TrueTypeFont, GlyphOutlines>()
  private windows: Window[] = []
  private top = 0

  constructor(options: PainterOptions) {
    this.options = options
    this.pixels = new Uint8ClampedArray(options.width * options.rows * 4)
    this.coverage = new Coverage(options.width, options.rows)
  }

  /** The rows from `top` on, four bytes a pixel; valid until the next call. */
  paint(ops: readonly SceneOp[], top: number, rows: number): Uint8ClampedArray {
    const { width } = this.options
    this.top = top
    this.windows = [{ left: 0, top: 0, right: width, bottom: rows }]
    this.pixels.fill(255)
    for (const op of ops) this.draw(op)
    return this.pixels.subarray(0, width * rows * 4)
  }

  private get window(): Window {
    return this.windows.at(-1) ?? { left: 0, top: 0, right: 0, bottom: 0 }
  }

  private draw(op: SceneOp): void {
    switch (op.kind) {
      case 'rect':
        return this.rect(this.box(op), (op.radius ?? 0) * this.options.scale, op)
      case 'path':
        return this.shape(flattenPath(op.segments, this.options.scale, this.top), op)
      case 'text':
        return this.text(op)
      case 'picture':
        return this.picture(op)
      case 'clip':
        return this.clip(this.box(op))
      case 'restore':
        if (this.windows.length > 1) this.windows.pop()
        return
      case 'link':
      case 'bookmark':
        return
    }
  }

  private box({ x, y, width, height }: Rect): Box {
    const { scale } = this.options
    return { x: x * scale, y: y * scale - this.top, width: width * scale, height: height * scale }
  }

  private clip({ x, y, width, height }: Box): void {
    const held = this.window
    this.windows.push({
      left: Math.max(held.left, Math.round(x)),
      top: Math.max(held.top, Math.round(y)),
      right: Math.min(held.right, Math.round(x + width)),
      bottom: Math.min(held.bottom, Math.round(y + height)),
    })
  }

  private rect(box: Box, radius: number, paint: Paint): void {
    const points = [...roundedBox(box, radius)]
    this.shape([{ points, closed: true }], paint)
  }

  private shape(outlines: readonly Outline[], { fill, stroke, strokeWidth, dash }: Paint): void {
    const { scale } = this.options
    if (fill !== undefined)
      this.fill(
        outlines.map(({ points }) => points),
        fill,
      )
    if (stroke === undefined) return
    const width = Math.max((strokeWidth ?? THINNEST) * scale, 0.35)
    const gaps = dash === undefined ? null : ([dash[0] * scale, dash[1] * scale] as const)
    this.fill(
      outlines.flatMap((outline) => strokeOutline(outline, width, gaps)),
      stroke,
    )
  }

  private text({ text, x, baseline, font, size, colour }: TextOp): void {
    const { metrics, scale } = this.options
    const em = size * scale
    const y = baseline * scale - this.top
    // Nothing of the line is in this strip.
    if (y + em < 0 || y - em * 1.2 > this.options.rows) return
    const polygons: Polygon[] = []
    let at = x * scale
    for (const run of metrics.runs(visualOrder(text), font)) {
      for (const { id, advance } of run.glyphs) {
        for (const outline of this.outlinesOf(run.font, id, advance))
          polygons.push(outline.map((value, index) => value * em + (index % 2 === 0 ? at : y)))
        at += advance * em
      }
    }
    this.fill(polygons, colour)
  }

  private outlinesOf(name: TextRun['font'], glyph: number, advance: number): readonly Polygon[] {
    const font = name === 'missing' ? undefined : this.options.metrics.fonts[name]
    if (font === undefined) return missingBox(advance)
    const known = this.glyphs.get(font) ?? new GlyphOutlines(font)
    this.glyphs.set(font, known)
    return known.of(glyph)
  }

  private fill(polygons: readonly Polygon[], colour: string): void {
    const [red, green, blue] = channelsOf(colour)
    this.coverage.fill(polygons, this.window, (x, y, share) => this.mix(x, y, red, green, blue, share))
  }

  private mix(x: number, y: number, red: number, green: number, blue: number, share: number): void {
    const at = (y * this.options.width + x) * 4
    const { pixels } = this
    pixels[at] = (pixels[at] ?? 0) + (red - (pixels[at] ?? 0)) * share
    pixels[at + 1] = (pixels[at + 1] ?? 0) + (green - (pixels[at + 1] ?? 0)) * share
    pixels[at + 2] = (pixels[at + 2] ?? 0) + (blue - (pixels[at + 2] ?? 0)) * share
  }

  /** Covers its place: as much as fits of the longer side, from the middle. */
  private picture(op: PictureOp): void {
    const box = this.box(op)
    const radius = (op.radius ?? 0) * this.options.scale
    const picture = this.options.picture(op.mediaId)
    if (picture === undefined) return this.rect(box, radius, { fill: EMPTY_FRAME })
    const scale = Math.max(box.width / picture.width, box.height / picture.height)
    const [left, top] = [
      box.x + (box.width - picture.width * scale) / 2,
      box.y + (box.height - picture.height * scale) / 2,
    ]
    this.coverage.fill([roundedBox(box, radius)], this.window, (x, y, share) => {
      const column = Math.min(picture.width - 1, Math.max(0, Math.floor((x + 0.5 - left) / scale)))
      const row = Math.min(picture.height - 1, Math.max(0, Math.floor((y + 0.5 - top) / scale)))
      const at = (row * picture.width + column) * 4
      const { data } = picture
      this.mix(x, y, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, share)
    })
  }
}

/** A hollow box for a character that no font has; the inner outline turns the other way. */
function missingBox(advance: number): readonly Polygon[] {
  if (advance === 0) return []
  return [
    [0.1, 0, 0.1, -0.7, 0.9, -0.7, 0.9, 0],
    [0.16, -0.06, 0.84, -0.06, 0.84, -0.64, 0.16, -0.64],
  ]
}

function channelsOf(colour: string): readonly [number, number, number] {
  const digits = /^#[0-9a-f]{6}/i.test(colour) ? colour : '#000000'
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as readonly [
    number,
    number,
    number,
  ]
}
