/**
 * Keeps the caret where the writer's eye is while somebody else types in the same text: positions before the other's
 * change stay, positions after it move along.
 */
export interface TextChange {
  readonly start: number
  /** How many characters of the old text went. */
  readonly removed: number
  readonly inserted: string
}

/** The one contiguous change that turns `before` into `after`; null when nothing changed. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1
  let tail = 0
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1
  }
  if (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)) tail -= 1
  return { start, removed: before.length - tail - start, inserted: after.slice(start, after.length - tail) }
}

/** True between the two halves of a character outside the basic plane, such as an emoji. */
function isInsidePair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  const high = text.charCodeAt(index - 1)
  const low = text.charCodeAt(index)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

export function carryCaret(caret: number, change: TextChange | null): number {
  if (change === null || caret <= change.start) return caret
  if (caret >= change.start + change.removed) return caret + change.inserted.length - change.removed
  return change.start + change.inserted.length
}

/**
 * What the text becomes when both sides changed it since `base`: the other side's text with my change put where it now
 * belongs. Used only while an input method holds my letters back; everything else merges in the document.
 */
export function rebase(base: string, mine: string, theirs: string): string {
  const my = changeBetween(base, mine)
  if (my === null) return theirs
  const their = changeBetween(base, theirs)
  const start = carryCaret(my.start, their)
  const end = Math.max(start, carryCaret(my.start + my.removed, their))
  return theirs.slice(0, start) + my.inserted + theirs.slice(end)
}
