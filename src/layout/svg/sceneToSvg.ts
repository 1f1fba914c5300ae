/**
 * A scene as one SVG file: every line of text where the layout put it, in the fonts it was measured with, which lie in
 * the file themselves. Nothing in it runs or loads anything, whatever people wrote.
 */
import type { FontMetrics } from '../font/fontMetrics.ts'
import { FONT_KEYS, type FontKey } from '../font/fontFiles.ts'
import type { Paint, Rect, Scene, SceneOp, Segment } from '../scene.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { base64 } from './base64.ts'
import { createGlyphUse } from './glyphUse.ts'
import { keepGlyphs } from './keepGlyphs.ts'
import { writeWoff } from './writeWoff.ts'

export interface SvgOptions {
  readonly metrics: FontMetrics
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** `data:` addresses by media id; a picture that is missing is an empty frame. */
  readonly pictures: ReadonlyMap<string, string>
}

/** Only what every browser draws as a still picture; nothing that could hold a script. */
export function isPicture(mime: string): boolean {
  return ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'].includes(mime)
}

const FACES: Readonly<Record<FontKey | 'missing', string>> = {
  regular: 'r',
  bold: 'b',
  symbols: 's',
  emoji: 'e',
  missing: 'm',
}

export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const writer = new SvgWriter(options)
  const body = scene.ops.map((op) => writer.draw(op)).join('\n')
  const { width, height } = scene
  const size = `width="${n(width)}mm" height="${n(height)}mm" viewBox="0 0 ${n(width)} ${n(height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:lang="${escape(options.language)}" role="img">`,
    `<title>${escape(options.title)}</title>`,
    `<defs><style>${writer.styles()}</style>${writer.clips.join('')}</defs>`,
    body,
    `${'</g>'.repeat(writer.open)}</svg>`,
    '',
  ].join('\n')
}

class SvgWriter {
  readonly clips: string[] = []
  /** Clips that nobody has closed. */
  open = 0
  private readonly options: SvgOptions
  private readonly use = createGlyphUse()

  constructor(options: SvgOptions) {
    this.options = options
  }

  draw(op: SceneOp): string {
    switch (op.kind) {
      case 'rect':
        return `<rect ${box(op)}${op.radius === undefined ? '' : ` rx="${n(op.radius)}"`}${paint(op)}/>`
      case 'path':
        return `<path d="${op.segments.map(segment).join('')}"${paint(op)}/>`
      case 'text':
        return this.text(op)
      case 'picture':
        return this.picture(op)
      case 'clip':
        this.open += 1
        return `<g clip-path="url(#${this.clip(op, 0)})">`
      case 'restore':
        if (this.open === 0) return ''
        this.open -= 1
        return '</g>'
      case 'link':
        return link(op)
      case 'bookmark':
        return ''
      default:
        return assertNever(op, 'scene operation')
    }
  }

  /** A rule per font that is used, with its glyphs. */
  styles(): string {
    const faces = FONT_KEYS.filter((key) => this.use.of(key).size > 1).map((key) => {
      const font = writeWoff(keepGlyphs(this.options.metrics.fonts[key], this.use.of(key)))
      return `@font-face{font-family:etappe-${key};src:url(data:font/woff;base64,${base64(font)})}`
    })
    const classes = FONT_KEYS.map((key) => `.${FACES[key]}{font-family:etappe-${key},sans-serif}`)
    const all = 'text{white-space:pre;font-kerning:none;font-variant-ligatures:none}'
    return [...faces, ...classes, `.${FACES.missing}{font-family:sans-serif}`, all].join('')
  }

  private text(op: Extract<SceneOp, { kind: 'text' }>): string {
    let x = op.x
    const runs = this.options.metrics.runs(op.text, op.font).map((run) => {
      this.use.note(run)
      const at = x
      x += run.width * op.size
      return `<text class="${FACES[FONT_KEYS.find((key) => key === run.font) ?? 'missing']}" x="${n(at)}" y="${n(op.baseline)}" font-size="${n(op.size)}" fill="${colour(op.colour)}">${escape(run.text)}</text>`
    })
    return runs.join('')
  }

  private picture(op: Extract<SceneOp, { kind: 'picture' }>): string {
    const source = this.options.pictures.get(op.mediaId)
    if (source === undefined) return `<rect ${box(op)} fill="#e8e4da"/>`
    const clip = op.radius === undefined ? '' : ` clip-path="url(#${this.clip(op, op.radius)})"`
    return `<image ${box(op)} preserveAspectRatio="xMidYMid slice"${clip} href="${escape(source)}"/>`
  }

  private clip(area: Rect, radius: number): string {
    const id = `c${this.clips.length}`
    this.clips.push(`<clipPath id="${id}"><rect ${box(area)} rx="${n(radius)}"/></clipPath>`)
    return id
  }
}

function link(op: Extract<SceneOp, { kind: 'link' }>): string {
  if (!/^(https?:\/\/|mailto:)/i.test(op.url)) return ''
  return `<a href="${escape(op.url)}" target="_blank" rel="noopener noreferrer"><rect ${box(op)} fill="none" pointer-events="all"/></a>`
}

function box({ x, y, width, height }: Rect): string {
  return `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`
}

function segment([command, ...numbers]: Segment): string {
  return `${command}${numbers.map((value) => n(value)).join(' ')}`
}

function paint({ fill, stroke, strokeWidth, dash }: Paint): string {
  const parts = [` fill="${fill === undefined ? 'none' : colour(fill)}"`]
  if (stroke !== undefined) {
    parts.push(` stroke="${colour(stroke)}" stroke-width="${n(strokeWidth ?? 0.25)}"`)
    parts.push(' stroke-linejoin="round" stroke-linecap="round"')
    if (dash !== undefined) parts.push(` stroke-dasharray="${dash.map(n).join(' ')}"`)
  }
  return parts.join('')
}

/** A colour is one of ours or none: it stands where a person's text must not. */
function colour(value: string): string {
  return /^#[0-9a-f]{3,8}$/i.test(value) ? value : '#000000'
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold is left out: it has no shape anyway. */
function escape(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replace(/[&<>"]/g, (character) => MARKUP[character] ?? character)
  )
}
