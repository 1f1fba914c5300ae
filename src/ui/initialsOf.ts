/** Two letters for a name: "Jörg (Bordservice)" is JB, "Ana" is A. Counts by code point, so that no letter is torn. */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letters = firstLetter(first) + firstLetter(last)
  return letters === '' ? '?' : letters.toUpperCase()
}

function firstLetter(word: string): string {
  const [letter = ''] = word.match(/^[\p{L}\p{N}]\p{M}*/u) ?? []
  return letter
}
