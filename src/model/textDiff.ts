/**
 * The smallest single replacement that turns one text into another, in UTF-16 units and never through the middle of
 * a character: what two people type into different places of a text must both stay.
 */
export interface TextChange {
  readonly index: number
  readonly removed: number
  readonly inserted: string
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** True when a cut at `index` would part the two halves of one character. */
function partsCharacter(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  return isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))
}

export function textDiff(before: string, after: string): TextChange | null {
  if (before === after) return null
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  while (partsCharacter(before, start) || partsCharacter(after, start)) start -= 1
  let end = 0
  while (
    end < limit - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1
  }
  while (partsCharacter(before, before.length - end) || partsCharacter(after, after.length - end)) end -= 1
  return {
    index: start,
    removed: before.length - start - end,
    inserted: after.slice(start, after.length - end),
  }
}

/** Half characters cannot be stored: they become the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}
