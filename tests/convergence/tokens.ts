/**
 * What people type during a run: words that are recognised again. Each is one character of its own, so that it is
 * whole or gone, and one outside the basic plane, so that cutting it in two would show. A word may only be missing at the end when
 * somebody deleted it on purpose, or its own author took it back.
 */
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'

export interface Tokens {
  /** A new word by this device. */
  readonly mint: (author: number) => string
  readonly wasDeleted: (token: string) => void
  /** Undo or redo was pressed on that device, and the word is not there any more. */
  readonly wasTakenBack: (token: string, by: number) => void
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
    wasTakenBack: (token, by) => {
      // Deleted on purpose, brought back by undo, and now deleted again by redo.
      if (gone.has(token)) return
      const entry = all[(token.codePointAt(0) ?? 0) - FIRST]
      if (entry !== undefined && entry.author !== by) {
        throw new Error(`device ${by} took back a word that device ${entry.author} wrote`)
      }
      gone.add(token)
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

/** Everything that is written anywhere, be it in the bin. */
export function textsIn(snapshot: WorkshopSnapshot): string {
  const records = [snapshot, snapshot.bin].flatMap(({ cards, activities, comments }) => [
    ...cards.values(),
    ...activities.values(),
    ...comments.values(),
  ])
  return records.map(({ text }) => text).join('\n')
}

export function wordsIn(snapshot: WorkshopSnapshot): ReadonlySet<string> {
  return new Set(textsIn(snapshot).match(TOKEN))
}
