/**
 * The table that tells a viewer which characters a code stands for: search and copy depend on it. UTF-16 with
 * surrogates, so that emoji and whole emoji sequences come out as typed.
 */
import type { UsedGlyph } from './fontUse.ts'

const LARGEST_BLOCK = 100

/** `digits`: two for codes of one byte, four for codes of two. */
export function toUnicode(glyphs: readonly Pick<UsedGlyph, 'code' | 'text'>[], digits: 2 | 4): string {
  const codeHex = (code: number) => code.toString(16).padStart(digits, '0')
  const lines = glyphs.flatMap(({ text, code }) =>
    text === '' ? [] : [`<${codeHex(code)}> <${utf16Hex(text)}>`],
  )
  const blocks: string[] = []
  for (let start = 0; start < lines.length; start += LARGEST_BLOCK) {
    const block = lines.slice(start, start + LARGEST_BLOCK)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    digits === 2 ? '<00> <ff>' : '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hex = (value: number) => value.toString(16).padStart(4, '0')

export function utf16Hex(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index += 1) out += hex(text.charCodeAt(index))
  return out
}
