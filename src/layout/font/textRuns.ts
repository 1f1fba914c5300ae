/**
 * Cuts a line into runs of one font file each. A cluster is never torn between files unless no file has all of it;
 * widths are plain glyph advances, so that every renderer that switches kerning off agrees.
 */
import type { FontFace } from '../scene.ts'
import { clusters, isIgnorable } from './clusters.ts'
import { ADDED_KEYS, type AddedKey, type FontKey } from './fontFiles.ts'
import { substituteLigatures } from './substituteLigatures.ts'
import type { TrueTypeFont } from './trueTypeFont.ts'

export type Fonts = Readonly<Record<FontKey, TrueTypeFont>> &
  Readonly<Partial<Record<AddedKey, TrueTypeFont>>>

export interface Glyph {
  readonly id: number
  /** The characters it stands for; several for an emoji sequence. */
  readonly text: string
  /** In em. */
  readonly advance: number
}

export interface TextRun {
  /** `missing`: no file has these characters; renderers draw a visible stand-in of one em each. */
  readonly font: FontKey | AddedKey | 'missing'
  readonly text: string
  readonly glyphs: readonly Glyph[]
  /** In em. */
  readonly width: number
}

interface OpenRun {
  font: FontKey | AddedKey | 'missing'
  text: string
  glyphs: Glyph[]
  width: number
}

/** `text` must be drawable (see clusters.ts). */
export function toRuns(fonts: Fonts, text: string, face: FontFace): readonly TextRun[] {
  const runs: OpenRun[] = []
  for (const cluster of clusters(text)) {
    for (const piece of pieces(fonts, cluster, face)) {
      const last = runs.at(-1)
      const run: OpenRun =
        last && last.font === piece.font ? last : { font: piece.font, text: '', glyphs: [], width: 0 }
      if (run !== last) runs.push(run)
      run.text += piece.text
      for (const glyph of piece.glyphs) {
        run.glyphs.push(glyph)
        run.width += glyph.advance
      }
    }
  }
  return runs
}

type Piece = Pick<TextRun, 'font' | 'text' | 'glyphs'>

/** A cluster is drawn by the first face that has all of it; if none has, each character goes its own way. */
function pieces(fonts: Fonts, cluster: string, face: FontFace): readonly Piece[] {
  for (const key of [face, 'symbols', 'emoji', ...ADDED_KEYS] as const) {
    const font = fonts[key]
    if (font && covers(font, cluster)) return [{ font: key, text: cluster, glyphs: shape(font, cluster) }]
  }
  const characters = Array.from(cluster)
  if (characters.length > 1) return characters.flatMap((character) => pieces(fonts, character, face))
  return [missingPiece(fonts[face], cluster, face)]
}

function missingPiece(font: TrueTypeFont, character: string, face: FontFace): Piece {
  const advance = /\p{Mark}/u.test(character) ? 0 : 1
  const blank = /\s/u.test(character)
  const id = blank ? (font.characters.get(0x20) ?? 0) : 0
  return { font: blank ? face : 'missing', text: character, glyphs: [{ id, text: character, advance }] }
}

function covers(font: TrueTypeFont, cluster: string): boolean {
  for (const character of cluster)
    if (!isIgnorable(character) && !font.characters.has(character.codePointAt(0) ?? 0)) return false
  return true
}

/** Glyphs of one cluster. Marks do not advance; joiners and selectors are never drawn. */
function shape(font: TrueTypeFont, cluster: string): readonly Glyph[] {
  const raw = Array.from(cluster).map((text) => ({
    id: font.characters.get(text.codePointAt(0) ?? 0) ?? 0,
    text,
  }))
  return substituteLigatures(font.ligatures, raw)
    .filter(({ text }) => !Array.from(text).every(isIgnorable))
    .map(({ id, text }) => ({
      id,
      text,
      advance: /^\p{Mark}+$/u.test(text) ? 0 : font.advanceOf(id) / font.unitsPerEm,
    }))
}
