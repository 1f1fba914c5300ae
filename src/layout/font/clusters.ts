/**
 * What a reader takes for one character: a letter with its marks, a flag, an emoji family. By pattern and not by
 * `Intl.Segmenter`, whose answers depend on the engine, and lines must break alike on every device.
 */
const CLUSTER =
  /(?:\p{Regional_Indicator}{2}|[\s\S])(?:\p{Mark}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}|\u200d)*/gu

export function clusters(text: string): readonly string[] {
  return text.match(CLUSTER) ?? []
}

/** Never drawn and never measured: joiners, variation selectors, direction marks, soft hyphens, byte order marks. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u

export function isIgnorable(character: string): boolean {
  return IGNORABLE.test(character)
}

/**
 * What a line may hold: tabs and line breaks become spaces, other control characters go, letters are composed. Variation
 * selectors go too: with one, browsers leave our faces for the system's coloured emoji, which have another width.
 */
export function drawableText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Control}\ufe0e\ufe0f]/gu, '')
    .normalize('NFC')
}
