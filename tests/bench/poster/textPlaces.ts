/** How many lines of a scene pdf.js finds in the file, whole and within a tenth of a millimetre of their place. */
import { drawableText } from '../../../src/layout/font/clusters.ts'
import type { FontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import type { Scene } from '../../../src/layout/scene.ts'
import { openPdf, type PdfText, textOf } from '../../helpers/pdfTools.ts'

const NEAR = 0.1

export interface FoundLines {
  readonly lines: number
  readonly found: number
  /** Lines with an emoji, and how many of them were found. */
  readonly emoji: number
  readonly emojiFound: number
}

export async function foundLines(file: Uint8Array, scene: Scene, metrics: FontMetrics): Promise<FoundLines> {
  const rows = new Map<number, PdfText[]>()
  const rowOf = (y: number) => Math.round(y)
  for (const item of await textOf(await openPdf(file))) {
    const row = rows.get(rowOf(item.y)) ?? []
    row.push(item)
    rows.set(rowOf(item.y), row)
  }
  const counts = { lines: 0, found: 0, emoji: 0, emojiFound: 0 }
  for (const op of scene.ops) {
    if (op.kind !== 'text') continue
    const end = op.x + metrics.measure(op.text, op.font, op.size)
    const nearby = [-1, 0, 1].flatMap((step) => rows.get(rowOf(op.baseline) + step) ?? [])
    const here = nearby
      .filter(({ x, y }) => Math.abs(y - op.baseline) < NEAR && x > op.x - NEAR && x < end - NEAR / 2)
      .toSorted((one, other) => one.x - other.x)
    const isThere =
      here
        .map(({ text }) => text)
        .join('')
        .trim() === drawableText(op.text).trim()
    const isAtPlace = Math.abs((here[0]?.x ?? Infinity) - op.x) < NEAR
    const isEmoji = /\p{Extended_Pictographic}/u.test(op.text)
    counts.lines += 1
    if (isEmoji) counts.emoji += 1
    if (!isThere || !isAtPlace) continue
    counts.found += 1
    if (isEmoji) counts.emojiFound += 1
  }
  return counts
}
