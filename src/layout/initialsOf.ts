/** "Małgorzata (Call-Center)" → "Ma", "Katrin Işık" → "KI": who wrote a card, in two letters. */
import { sanitiseText } from './sanitiseText.ts'

export function initialsOf(name: string): string {
  const words = sanitiseText(name)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,;/-]+/u)
    .map((word) => word.match(/[\p{L}\p{N}]\p{M}*/gu) ?? [])
    .filter((word) => word.length > 0)
  const first = words[0]
  if (!first) return ''
  const last = words.length > 1 ? words.at(-1) : undefined
  const second = last ? (last[0] ?? '').toLocaleUpperCase('und') : (first[1] ?? '')
  return (first[0] ?? '').toLocaleUpperCase('und') + second
}
