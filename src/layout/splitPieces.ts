/**
 * One paragraph as pieces that are never broken without need. Separate from filling the lines, because this half knows
 * characters and the other half knows widths.
 */
export interface Piece {
  /** Spaces before it; they vanish when a line ends there. */
  readonly space: string
  readonly text: string
  /** A soft hyphen follows: when the line ends here a hyphen is drawn. */
  readonly soft: boolean
}

const SPACE = /[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/
const WORDS = new RegExp(`(${SPACE.source})`)
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Must not begin a line. */
const CLOSING = /[\p{Pe}\p{Pf}、。，．・：；？！ー々!?,.:;%…”’]/u
/** Must not end a line. */
const OPENING = /[\p{Ps}\p{Pi}]/u
const BREAK_AFTER = /[-\u2010\u2012-\u2014/|]/
/** Belongs to the character before it. */
const ATTACHED = /\p{M}|\u200d|\p{Variation_Selector}|\p{Emoji_Modifier}/u
const SIMPLE_WORD = /^[\p{Script=Latin}\p{Nd}.,:;!?'"„“”‚‘’()]*$/u
const SOFT_HYPHEN = '\u00ad'
const ZERO_WIDTH_SPACE = '\u200b'

function mayBreakBetween(before: string, after: string, previous: string): boolean {
  if (ATTACHED.test(after) || before === '\u200d') return false
  if (BREAK_AFTER.test(before)) {
    const between = /[\p{L}\p{Nd}\p{S}\p{Pf}\p{Pe}“"]/u
    const signed =
      before !== '/' && before !== '|' && /\p{Nd}/u.test(after) && !/\p{L}|\p{Nd}/u.test(previous)
    return !signed && previous !== '' && previous !== before && between.test(after) && !CLOSING.test(after)
  }
  if (!IDEOGRAPH.test(before) && !IDEOGRAPH.test(after)) return false
  return !CLOSING.test(after) && !OPENING.test(before)
}

function splitWord(word: string, space: string, pieces: Piece[]): void {
  if (SIMPLE_WORD.test(word)) {
    pieces.push({ space, text: word, soft: false })
    return
  }
  let text = ''
  let before = ''
  let previous = ''
  let first = true
  const push = (soft: boolean): void => {
    if (text === '') return
    pieces.push({ space: first ? space : '', text, soft })
    first = false
    text = ''
  }
  for (const character of word) {
    if (character === SOFT_HYPHEN || character === ZERO_WIDTH_SPACE) {
      push(character === SOFT_HYPHEN)
      continue
    }
    if (text !== '' && mayBreakBetween(before, character, previous)) push(false)
    text += character
    previous = before
    before = character
  }
  push(false)
}

export function splitPieces(paragraph: string): readonly Piece[] {
  const pieces: Piece[] = []
  let space = ''
  for (const part of paragraph.split(WORDS)) {
    if (part === '') continue
    if (SPACE.test(part.charAt(0))) space = part
    else {
      splitWord(part, space, pieces)
      space = ''
    }
  }
  return pieces
}
