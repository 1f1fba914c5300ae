/**
 * How the shipped faces are named where CSS cannot be used. The order is the one in which the layout's metric looks
 * for a character, so that a line is as wide on screen as it was measured.
 */
import type { FontFace } from '../layout/scene.ts'

export const FONT_FAMILIES =
  "'Etappe Sans', 'Etappe Symbols', 'Etappe Emoji', 'Etappe Added 1', 'Etappe Added 2', 'Etappe Added 3', sans-serif"

const WEIGHTS: Readonly<Record<FontFace, number>> = { regular: 400, bold: 700 }

export function fontWeight(face: FontFace): number {
  return WEIGHTS[face]
}

/** The `font` of a 2D canvas context. */
export function canvasFont(face: FontFace, size: number): string {
  return `${WEIGHTS[face]} ${size}px ${FONT_FAMILIES}`
}
