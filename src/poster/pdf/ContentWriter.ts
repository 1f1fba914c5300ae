/**
 * Page content in PDF operators. Takes millimetres with y down, as scenes have them, and writes points with y up. Small
 * files come from saying nothing twice: what is already set stays set, every shape is written relative to its first point
 * and placed relative to the shape before (so that the thousand equal signs of a map, of several shapes each, are equal
 * bytes), and lines of text that follow each other share a block.
 */
import { type Colour, MM_PER_POINT, type Paint, type Rect, type Segment } from '../../layout/scene.ts'
import { hundredths, pdfNumber } from './pdfNumber.ts'
import { roundedRect } from './roundedRect.ts'

/** Thinner lines vanish on plotters. */
const THINNEST_STROKE_MM = 0.25

interface GraphicsState {
  readonly fill: string
  readonly stroke: string
  readonly width: string
  readonly dash: string
  readonly font: string
}

const UNSET: GraphicsState = { fill: '', stroke: '', width: '', dash: '', font: '' }

/** A run of one font: its name on the page, and its codes as the file has them, brackets included. */
export interface CodedRun {
  readonly font: string
  readonly string: string
}

export interface CodedLine {
  /** Millimetres. */
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly colour: Colour
  readonly runs: readonly CodedRun[]
}

/** A point of the page, in points from the bottom left. */
interface Origin {
  readonly x: number
  readonly y: number
}

const CORNER: Origin = { x: 0, y: 0 }
/** So many shapes are placed relative to each other before one is placed on the page again: viewers round. */
const MOST_STEPS = 64

export class ContentWriter {
  readonly #pageHeight: number
  readonly #parts: string[] = ['1 j']
  #state: GraphicsState = UNSET
  readonly #saved: GraphicsState[] = []
  /** Where the last line of an open text block starts. */
  #textAt: Origin | null = null
  /** Where the coordinates start that are written now; a place on the page when `#steps` is 0. */
  #origin = CORNER
  #steps = 0

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
    const own = pathOperators(
      segments,
      (x) => length(x - left),
      (y) => length(top - y),
    )
    this.#moveTo(this.#xAt(left), this.#yAt(top))
    this.#style(paint)
    this.#write(`${own} ${operatorOf(paint)}`)
  }

  line({ x, baseline, size, colour, runs }: CodedLine): void {
    const push = (operators: string): void => void this.#parts.push(operators)
    if (!this.#textAt) push('BT')
    const before = this.#textAt ?? this.#origin
    const at = { x: this.#xAt(x), y: this.#yAt(baseline) }
    this.#textAt = at
    this.#set('fill', `${pdfColour(colour)} rg`, push)
    push(`${pdfNumber(at.x - before.x)} ${pdfNumber(at.y - before.y)} Td`)
    for (const { font, string } of runs) {
      this.#set('font', `/${font} ${Math.round((size / MM_PER_POINT) * 1000) / 1000} Tf`, push)
      push(`${string}Tj`)
    }
  }

  picture({ x, y, width, height }: Rect, name: string): void {
    this.#write(
      `q ${length(width)} 0 0 ${length(height)} ${this.#x(x)} ${this.#y(y + height)} cm /${name} Do Q`,
    )
  }

  /** Everything drawn until `restore` stays inside the area. */
  clip(area: Rect, radius = 0): void {
    this.#returnToPage()
    this.#saved.push(this.#state)
    const [x, y] = [(value: number) => this.#x(value), (value: number) => this.#y(value)]
    const outline = radius > 0 ? pathOperators(roundedRect(area, radius), x, y) : this.#plainRect(area)
    this.#write(`q ${outline} W n`)
  }

  restore(): void {
    this.#returnToPage()
    const before = this.#saved.pop()
    if (!before) throw new Error('the scene restores more often than it clips')
    this.#write('Q')
    this.#state = before
  }

  /** The content of the page, complete. */
  take(): string {
    this.#returnToPage()
    this.#endText()
    if (this.#saved.length > 0) throw new Error('the scene clips more often than it restores')
    return this.#parts.join('\n')
  }

  /** The next shape starts here. */
  #moveTo(x: number, y: number): void {
    if (this.#steps >= MOST_STEPS) this.#returnToPage()
    if (this.#steps === 0) {
      this.#saved.push(this.#state)
      this.#write('q')
    }
    this.#steps += 1
    this.#write(`1 0 0 1 ${pdfNumber(x - this.#origin.x)} ${pdfNumber(y - this.#origin.y)} cm`)
    this.#origin = { x, y }
  }

  #returnToPage(): void {
    if (this.#steps === 0) return
    this.#write('Q')
    this.#steps = 0
    this.#origin = CORNER
    this.#state = this.#saved.pop() ?? UNSET
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
    this.#state = { ...this.#state, [name]: value }
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

  #xAt(millimetres: number): number {
    return hundredths(millimetres / MM_PER_POINT)
  }

  #yAt(millimetres: number): number {
    return hundredths((this.#pageHeight - millimetres) / MM_PER_POINT)
  }

  #x(millimetres: number): string {
    return pdfNumber(this.#xAt(millimetres) - this.#origin.x)
  }

  #y(millimetres: number): string {
    return pdfNumber(this.#yAt(millimetres) - this.#origin.y)
  }

  #plainRect({ x, y, width, height }: Rect): string {
    return `${this.#x(x)} ${this.#y(y + height)} ${length(width)} ${length(height)} re`
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
