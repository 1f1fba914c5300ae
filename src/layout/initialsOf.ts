/** "Małgorzata (Call-Center)" → "Ma", "Katrin Işık" → "KI": who wrote a card, in two letters. */
import { sanitiseText } from './sanitiseText.ts'

const known = new Map<string, string>()
const MOST_NAMES = 2000

export function initialsOf(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  if (known.size >= MOST_NAMES) known.clear()
  const initials = readInitials(name)
  known.set(name, initials)
  return initials
}

function readInitials(name: string): string {
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
