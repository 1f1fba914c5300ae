/**
 * Makes the shipped fonts in public/fonts from pinned packages: `node .ci/fonts.mjs` (needs the development
 * dependencies). Results are committed, so a build never runs this. One set of files serves the text metric, the screen
 * and the poster, hence: static outlines, no kerning or ligature tables, no hinting, nothing that could move an advance.
 * Renamed because the Open Font License reserves the original names for unmodified files.
 *
 * Sources: @expo-google-fonts/source-sans-3 0.4.1, dejavu-fonts-ttf 2.37.3, @expo-google-fonts/noto-emoji 0.4.7.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { emojiLigatures } from './fonts/emojiLigatures.mjs'
import { codePointsOf, rebuildFont } from './fonts/sfnt.mjs'

const require = createRequire(import.meta.url)
const out = new URL('../public/fonts/', import.meta.url)
const source = (path) => readFileSync(path)

const SOURCE_SANS = require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')
const SOURCE_SANS_BOLD = require.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf')
const DEJAVU = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const NOTO_EMOJI = require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf')

/** What the symbols face may take from DejaVu Sans, where neither text nor emoji face has the character. */
const SYMBOL_RANGES = [
  [0x0180, 0x024f], // Latin extended B
  [0x0250, 0x02ff], // phonetics, modifier letters
  [0x0300, 0x036f], // combining marks
  [0x0370, 0x03ff], // Greek
  [0x0400, 0x052f], // Cyrillic
  [0x0531, 0x058f], // Armenian
  [0x05d0, 0x05ea], // Hebrew letters
  [0x05f0, 0x05f4],
  [0x10a0, 0x10ff], // Georgian
  [0x1e00, 0x1eff], // Latin extended additional
  [0x2000, 0x206f], // punctuation
  [0x20a0, 0x20bf], // currency
  [0x2100, 0x218f], // letterlike, number forms
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x2300, 0x23ff], // technical
  [0x2460, 0x24ff], // enclosed numbers
  [0x2500, 0x25ff], // lines, blocks, shapes
  [0x2600, 0x27bf], // symbols, dingbats
  [0x27c0, 0x27ff],
  [0x2900, 0x297f], // more arrows
  [0x2b00, 0x2bff],
  [0x2e00, 0x2e7f], // more punctuation
]

/** Emoji that stay in the text face because they are ordinary characters there: digits, ©, ™, arrows, triangles, suits. */
function isTextFirst(codePoint) {
  return (
    codePoint < 0x2300 ||
    (codePoint >= 0x25a0 && codePoint <= 0x25ff) ||
    [0x2640, 0x2642, 0x2660, 0x2663, 0x2665, 0x2666].includes(codePoint)
  )
}

/** Default-ignorable characters are dropped by metric and renderers alike, so no face needs them. */
const isIgnorable = (codePoint) => /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(codePoint))

const emojiAll = codePointsOf(source(NOTO_EMOJI))
const emoji = emojiAll.filter((codePoint) => codePoint >= 0x20 && codePoint < 0xf0000)
const emojiFirst = new Set(emoji.filter((codePoint) => !isTextFirst(codePoint)))
const text = codePointsOf(source(SOURCE_SANS)).filter(
  (codePoint) => codePoint < 0x1f000 && !emojiFirst.has(codePoint) && !isIgnorable(codePoint),
)
const covered = new Set([...text, ...emoji])
const symbols = codePointsOf(source(DEJAVU)).filter(
  (codePoint) =>
    !covered.has(codePoint) &&
    !isIgnorable(codePoint) &&
    SYMBOL_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last),
)

const OFL = 'SIL Open Font License, Version 1.1'
const FACES = [
  {
    file: 'etappe-sans-regular.ttf',
    path: SOURCE_SANS,
    codePoints: text,
    name: { family: 'Etappe Sans', style: 'Regular', licence: OFL, basis: 'Source Sans 3' },
  },
  {
    file: 'etappe-sans-bold.ttf',
    path: SOURCE_SANS_BOLD,
    codePoints: text,
    name: { family: 'Etappe Sans', style: 'Bold', licence: OFL, basis: 'Source Sans 3' },
  },
  {
    file: 'etappe-symbols.ttf',
    path: DEJAVU,
    codePoints: symbols,
    name: {
      family: 'Etappe Symbols',
      style: 'Regular',
      licence: 'Bitstream Vera and Arev Fonts licence',
      basis: 'DejaVu Sans',
    },
  },
  {
    file: 'etappe-emoji.ttf',
    path: NOTO_EMOJI,
    codePoints: emoji,
    ligatures: true,
    name: { family: 'Etappe Emoji', style: 'Regular', licence: OFL, basis: 'Noto Emoji' },
  },
]

const LICENCES = [
  [require.resolve('@expo-google-fonts/source-sans-3/LICENSE_FONT'), 'LICENCE-etappe-sans.txt'],
  [require.resolve('dejavu-fonts-ttf/LICENSE'), 'LICENCE-etappe-symbols.txt'],
  [require.resolve('@expo-google-fonts/noto-emoji/LICENSE_FONT'), 'LICENCE-etappe-emoji.txt'],
]

async function makeFace(face) {
  const original = source(face.path)
  const subset = await subsetFont(original, String.fromCodePoint(...face.codePoints), {
    targetFormat: 'sfnt',
    keepFeatures: face.ligatures ? ['ccmp'] : [],
    noHinting: true,
  })
  const gsub = face.ligatures ? emojiLigatures(subset) : null
  const bytes = rebuildFont(subset, { name: face.name, gsub })
  writeFileSync(new URL(face.file, out), bytes)
  process.stdout.write(`${face.file}: ${face.codePoints.length} characters, ${bytes.length} bytes\n`)
}

/** `unicode-range` as CSS wants it. */
function ranges(codePoints) {
  const sorted = [...codePoints].sort((a, b) => a - b)
  const parts = []
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (sorted[end + 1] === sorted[end] + 1) end += 1
    const first = sorted[start].toString(16).toUpperCase()
    parts.push(end === start ? `U+${first}` : `U+${first}-${sorted[end].toString(16).toUpperCase()}`)
    start = end + 1
  }
  return parts.join(', ')
}

function css() {
  const block = (family, file, weight, range) =>
    `@font-face {\n  font-family: '${family}';\n  src: url('./${file}') format('truetype');\n  font-weight: ${weight};\n` +
    `  font-style: normal;\n  font-display: swap;\n${range ? `  unicode-range: ${range};\n` : ''}}\n`
  return [
    '/* Generated by .ci/fonts.mjs. The families in the order in which the metric looks for a character. */',
    block('Etappe Sans', 'etappe-sans-regular.ttf', 400),
    block('Etappe Sans', 'etappe-sans-bold.ttf', 700),
    block('Etappe Symbols', 'etappe-symbols.ttf', '100 900', ranges(symbols)),
    block('Etappe Emoji', 'etappe-emoji.ttf', '100 900', ranges(emoji)),
    '/* Every element that draws a line of the layout: advances are those of the metric, nothing else. */',
    ".etappe-text {\n  font-family: 'Etappe Sans', 'Etappe Symbols', 'Etappe Emoji', sans-serif;\n  font-kerning: none;\n" +
      '  font-variant-ligatures: none;\n  font-synthesis: none;\n  font-optical-sizing: none;\n' +
      '  text-rendering: geometricPrecision;\n  letter-spacing: 0;\n  word-spacing: 0;\n  white-space: pre;\n}\n',
  ].join('\n')
}

mkdirSync(out, { recursive: true })
for (const face of FACES) await makeFace(face)
writeFileSync(new URL('fonts.css', out), css())
for (const [from, to] of LICENCES) copyFileSync(from, new URL(to, out))
