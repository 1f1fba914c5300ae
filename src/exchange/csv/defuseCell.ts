/**
 * Cells that a spreadsheet would take for a formula get an apostrophe in front on the way out and lose it on the way in.
 * What already has apostrophes before such a sign gets one more, so that every text comes back as it was.
 */
const SIGNS = '=+\\-@\\t\\r\\n'
const LIVE = new RegExp(`^[${SIGNS}]`)
const MAYBE_LIVE = new RegExp(`^'*[${SIGNS}]`)
const DEFUSED = new RegExp(`^'+[${SIGNS}]`)
const NUMBER = /^-?\d+([.,]\d+)?$/

export function defuseCell(text: string): string {
  return MAYBE_LIVE.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

export function restoreCell(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text
}

/** A spreadsheet would compute it. */
export function isLiveCell(text: string): boolean {
  return LIVE.test(text) && !NUMBER.test(text)
}
