/**
 * Page content in PDF operators. Takes millimetres with y down, as scenes have them, and writes points with y up. Small
 * files come from saying nothing twice: what is already set stays set, a shape is written relative to its first point
 * (so that the thousand equal signs of a map are equal bytes), and lines of text that follow each other share a block.
 */
import { type Colour, MM_PER_POINT, type Paint, type Rect, type Segment } from '../../layout/scene.ts'
import { hundredths, pdfNumber } from './pdfNumber.ts'
import { roundedRect } from './roundedRect.ts'

/** Thinner lines vanish on plotters. */
const THINNEST_STROKE_MM = 0.25

interface GraphicsState {
  fill: string
  stroke: string
  width: string
  dash: string
  font: string
}

/** A run of one font: its name on the page, and its codes as hexadecimal digits. */
export interface CodedRun {
  readonly font: string
  readonly codes: string
}

export interface CodedLine {
  /** Millimetres. */
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly colour: Colour
  readonly runs: readonly CodedRun[]
}

export class ContentWriter {
  readonly #pageHeight: number
  readonly #parts: string[] = ['1 j']
  #state: GraphicsState = { fill: '', stroke: '', width: '', dash: '', font: '' }
  readonly #saved: GraphicsState[] = []
  /** Where the last line of an open text block starts, in points. */
  #textAt: readonly [number, number] | null = null

  constructor(pageHeight: number) {
    this.#pageHeight = pageHeight
  }

  rect(area: Rect, radius: number, paint: Paint): void {
    // Dashes begin where the outline begins, which must be the same corner as on a canvas.
    if (radius > 0 || paint.dash) return this.path(roundedRect(area, radius), paint)
    this.#style(paint)
    this.#write(`${this.#plainRect(area)} ${operatorOf(paint)}`)
  }

  path(segments: readonly Segment[], paint: Paint): void {
    const [start] = segments
    if (!start || start[0] === 'Z') return
    const [, left, top] = start
    this.#style(paint)
    const outline = pathOperators(
      segments,
      (x) => length(x - left),
      (y) => length(top - y),
    )
    this.#write(`q 1 0 0 1 ${length(left)} ${this.#y(top)} cm ${outline} ${operatorOf(paint)} Q`)
  }

  line({ x, baseline, size, colour, runs }: CodedLine): void {
    const push = (operators: string): void => void this.#parts.push(operators)
    if (!this.#textAt) push('BT')
    const [left, bottom] = this.#textAt ?? [0, 0]
    const at = [
      hundredths(x / MM_PER_POINT),
      hundredths((this.#pageHeight - baseline) / MM_PER_POINT),
    ] as const
    this.#textAt = at
    this.#set('fill', `${pdfColour(colour)} rg`, push)
    push(`${pdfNumber(at[0] - left)} ${pdfNumber(at[1] - bottom)} Td`)
    for (const { font, codes } of runs) {
      this.#set('font', `/${font} ${Math.round((size / MM_PER_POINT) * 1000) / 1000} Tf`, push)
      push(`<${codes}>Tj`)
    }
  }

  picture({ x, y, width, height }: Rect, name: string): void {
    this.#write(
      `q ${length(width)} 0 0 ${length(height)} ${length(x)} ${this.#y(y + height)} cm /${name} Do Q`,
    )
  }

  /** Everything drawn until `restore` stays inside the area. */
  clip(area: Rect, radius = 0): void {
    this.#saved.push({ ...this.#state })
    const y = (value: number): string => this.#y(value)
    const outline = radius > 0 ? pathOperators(roundedRect(area, radius), length, y) : this.#plainRect(area)
    this.#write(`q ${outline} W n`)
  }

  restore(): void {
    const before = this.#saved.pop()
    if (!before) throw new Error('the scene restores more often than it clips')
    this.#write('Q')
    this.#state = before
  }

  /** The content of the page, complete. */
  take(): string {
    this.#endText()
    if (this.#saved.length > 0) throw new Error('the scene clips more often than it restores')
    return this.#parts.join('\n')
  }

  #endText(): void {
    if (this.#textAt) this.#parts.push('ET')
    this.#textAt = null
  }

  #write(operators: string): void {
    this.#endText()
    this.#parts.push(operators)
  }

  #set(name: keyof GraphicsState, value: string, write: (operators: string) => void): void {
    if (this.#state[name] === value) return
    this.#state[name] = value
    write(value)
  }

  #style({ fill, stroke, strokeWidth = 0, dash }: Paint): void {
    const write = (operators: string): void => this.#write(operators)
    if (fill) this.#set('fill', `${pdfColour(fill)} rg`, write)
    if (!stroke) return
    this.#set('stroke', `${pdfColour(stroke)} RG`, write)
    this.#set('width', `${length(Math.max(strokeWidth, THINNEST_STROKE_MM))} w`, write)
    this.#set('dash', dash ? `0 J [${length(dash[0])} ${length(dash[1])}] 0 d` : '1 J [] 0 d', write)
  }

  #y(millimetres: number): string {
    return length(this.#pageHeight - millimetres)
  }

  #plainRect(area: Rect): string {
    const { x, y, width, height } = area
    return `${length(x)} ${this.#y(y + height)} ${length(width)} ${length(height)} re`
  }
}

function length(millimetres: number): string {
  return pdfNumber(millimetres / MM_PER_POINT)
}

function operatorOf({ fill, stroke }: Paint): string {
  if (fill) return stroke ? 'B' : 'f'
  return stroke ? 'S' : 'n'
}

function pdfColour(colour: Colour): string {
  const value = Number.parseInt(colour.slice(1), 16)
  const share = (byte: number) => String(Math.round((byte / 255) * 1000) / 1000)
  return `${share((value >> 16) & 255)} ${share((value >> 8) & 255)} ${share(value & 255)}`
}

type Format = (millimetres: number) => string

function pathOperators(segments: readonly Segment[], x: Format, y: Format): string {
  return segments
    .map(([name, ...at]) => {
      const numbers = at.map((value, index) => (index % 2 === 0 ? x(value) : y(value)))
      return name === 'Z' ? 'h' : `${numbers.join(' ')} ${name.toLowerCase()}`
    })
    .join(' ')
}
