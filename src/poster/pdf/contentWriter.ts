/**
 * Page content in PDF operators. Takes millimetres with y down, as scenes have them, writes points with y up, and leaves
 * out colours and line styles that are already set.
 */
import { type Colour, MM_PER_POINT, type Paint, type Rect, type Segment } from '../../layout/scene.ts'
import { roundedRect } from './roundedRect.ts'

/** Thinner lines vanish on plotters. */
const THINNEST_STROKE_MM = 0.25

interface GraphicsState {
  fill: string
  stroke: string
  width: string
  dash: string
}

export type ContentWriter = ReturnType<typeof createContentWriter>

/** Hundredths of a point are 0.004 mm, finer than any plotter. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function pdfColour(colour: Colour): string {
  const value = Number.parseInt(colour.slice(1), 16)
  const share = (byte: number) => String(Math.round((byte / 255) * 1000) / 1000)
  return `${share((value >> 16) & 255)} ${share((value >> 8) & 255)} ${share(value & 255)}`
}

export function createContentWriter(pageHeight: number) {
  let parts: string[] = ['1 j']
  let state: GraphicsState = { fill: '', stroke: '', width: '', dash: '' }
  const saved: GraphicsState[] = []
  const raw = (operators: string): void => void parts.push(operators)
  const length = (millimetres: number): string => pdfNumber(millimetres / MM_PER_POINT)
  const y = (millimetres: number): string => length(pageHeight - millimetres)
  const set = (name: keyof GraphicsState, value: string): void => {
    if (state[name] === value) return
    state[name] = value
    raw(value)
  }
  const fill = (colour: Colour): void => set('fill', `${pdfColour(colour)} rg`)
  const path = (segments: readonly Segment[]): void =>
    raw(segments.map((segment) => operatorOf(segment, length, y)).join(' '))
  const rect = (area: Rect, radius = 0): void => {
    if (radius > 0) path(roundedRect(area, radius))
    else raw(`${length(area.x)} ${y(area.y + area.height)} ${length(area.width)} ${length(area.height)} re`)
  }
  return {
    raw,
    length,
    y,
    fill,
    rect,
    path,
    /** Sets colours and line style; must come before the path that they are for. */
    style: ({ fill: inside, stroke, strokeWidth = 0, dash }: Paint): void => {
      if (inside) fill(inside)
      if (!stroke) return
      set('stroke', `${pdfColour(stroke)} RG`)
      set('width', `${length(Math.max(strokeWidth, THINNEST_STROKE_MM))} w`)
      set('dash', dash ? `0 J [${length(dash[0])} ${length(dash[1])}] 0 d` : '1 J [] 0 d')
    },
    /** Fills and strokes the path before it. */
    paint: (paint: Paint): void => raw(paint.fill ? (paint.stroke ? 'B' : 'f') : paint.stroke ? 'S' : 'n'),
    /** Everything drawn until `restore` stays inside the area. */
    clip: (area: Rect, radius = 0): void => {
      saved.push({ ...state })
      raw('q')
      rect(area, radius)
      raw('W n')
    },
    restore: (): void => {
      const before = saved.pop()
      if (!before) throw new Error('the scene restores more often than it clips')
      state = before
      raw('Q')
    },
    /** Hands over what was written since the last call. */
    take: (): string => {
      const content = parts.join('\n')
      parts = []
      return content
    },
    end: (): void => {
      if (saved.length > 0) throw new Error('the scene clips more often than it restores')
    },
  }
}

type Format = (millimetres: number) => string

function operatorOf(segment: Segment, x: Format, y: Format): string {
  switch (segment[0]) {
    case 'M':
      return `${x(segment[1])} ${y(segment[2])} m`
    case 'L':
      return `${x(segment[1])} ${y(segment[2])} l`
    case 'C':
      return `${x(segment[1])} ${y(segment[2])} ${x(segment[3])} ${y(segment[4])} ${x(segment[5])} ${y(segment[6])} c`
    case 'Z':
      return 'h'
  }
}
