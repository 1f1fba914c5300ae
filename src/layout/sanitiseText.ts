/**
 * What a renderer may be handed: NFC, no control characters, line feeds as the only line ends. Kept apart because the
 * PDF, the canvas and the tests must agree on the same cleaned text; the document itself keeps what was typed.
 * Variation selectors go: with one, a browser leaves our faces for the system's emoji, which have another width.
 */
const LINE_ENDS = /\r\n|\p{Zl}|\p{Zp}|\r|\v|\f|\u0085/gu
/** Everything of category Cc but the line feed, byte order marks, and selectors of text or emoji style. */
const REMOVED = /(?!\n)\p{Cc}|\ufeff|\ufe0e|\ufe0f/gu
const UNUSUAL = /(?!\n)\p{Cc}|\ufeff|\ufe0e|\ufe0f|\p{Zl}|\p{Zp}/u
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function sanitiseText(text: string): string {
  let clean = text
  if (UNUSUAL.test(clean)) {
    clean = clean.replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(REMOVED, '')
  }
  return clean.replace(LONE_SURROGATE, '\ufffd').normalize('NFC')
}
