/** Characters that mean something in a diagram, as Mermaid writes them: `#58;` for a colon, `#quot;` for a quote. */
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00A0',
}
const HIGHEST = 0x10ffff

export function decodeEntities(text: string): string {
  return text.replace(/#(\w+);/g, (whole, name: string) => {
    if (!/^\d+$/.test(name)) return NAMED[name] ?? whole
    const code = Number(name)
    const isCharacter = code >= 32 && code <= HIGHEST && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
}

/** One line that no diagram takes for anything but a text. */
export function encodeEntities(text: string, special: RegExp = /[#:;%{}]/g): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const safe = line.replace(special, (character) => `#${String(character.codePointAt(0))};`)
  return safe.replace(
    /^(?=title|section|journey|accTitle|accDescr)./i,
    (first) => `#${String(first.codePointAt(0))};`,
  )
}
