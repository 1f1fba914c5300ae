/**
 * What people type during a run: words that are recognised again. Each is one character of its own, so that it is
 * whole or gone, and one outside the basic plane, so that cutting it in two would show. A word may only be missing at the end when
 * somebody deleted it on purpose, or its own author took it back.
 */
export interface Tokens {
  /** A new word by this device. */
  readonly mint: (author: number) => string
  readonly wasDeleted: (token: string) => void
  /** From now on the words of this author may be gone: undo or redo was pressed there. */
  readonly mayBeTakenBack: (author: number) => void
  /** The words that must be somewhere. */
  readonly owed: () => readonly string[]
}

const FIRST = 0x20000
const TOKEN = /[\u{20000}-\u{2A6DF}]/gu

export function createTokens(): Tokens {
  const all: { token: string; author: number }[] = []
  const gone = new Set<string>()
  return {
    mint: (author) => {
      const token = String.fromCodePoint(FIRST + all.length)
      all.push({ token, author })
      return token
    },
    wasDeleted: (token) => void gone.add(token),
    mayBeTakenBack: (author) => {
      for (const entry of all) if (entry.author === author) gone.add(entry.token)
    },
    owed: () => all.filter((entry) => !gone.has(entry.token)).map((entry) => entry.token),
  }
}

/** The text with a word put between two words of it (or at an end), never inside one. */
export function withToken(text: string, token: string, pick: number): string {
  const cuts = [0, text.length]
  for (const match of text.matchAll(TOKEN)) cuts.push(match.index, match.index + match[0].length)
  const cut = cuts[pick % cuts.length] ?? 0
  return text.slice(0, cut) + token + text.slice(cut)
}

export function withoutToken(text: string, pick: number): { text: string; token: string } | null {
  const tokens = [...text.matchAll(TOKEN)]
  const match = tokens[pick % Math.max(1, tokens.length)]
  if (match === undefined) return null
  return { text: text.slice(0, match.index) + text.slice(match.index + match[0].length), token: match[0] }
}
