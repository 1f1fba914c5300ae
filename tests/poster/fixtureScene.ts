/**
 * A scene like the sample's poster, by hand: bands, arrows, columns of cards with real German sentences, a curve, every
 * alphabet we promise, emoji. Seeded, so that sizes and bytes stay comparable.
 */
import type { FontMetrics } from '../../src/layout/font/fontMetrics.ts'
import type { Scene, SceneOp } from '../../src/layout/scene.ts'

export const A0_LANDSCAPE = { width: 1189, height: 841 }

const WORDS =
  'Wir vergleichen zwei Angebote und wissen nicht, ob der Zug mit den Kindern wirklich günstiger ist als das Auto. Die Größe des Gepäcks macht uns Sorgen, außerdem fährt Łukasz aus Łódź über Přerov nach Köln und muss zweimal umsteigen. Işık wünscht sich einen Platz am Fenster.'.split(
    ' ',
  )
const EMOJI = ['😀', '🚆', '❤', '👩🏽‍💻', '🇩🇪', '☺', '✔']
const PASTELS = ['#fff3b0', '#d7f0d2', '#d9e8fb', '#fbdcdc', '#ece0f8', '#fde6cf']

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Greedy, enough for a fixture; the product breaks lines in src/layout. */
function breakInto(metrics: FontMetrics, words: readonly string[], size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && metrics.measure(longer, 'regular', size) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export function posterScene(metrics: FontMetrics, cards = 538, seed = 7): Scene {
  const random = seeded(seed)
  const { width, height } = A0_LANDSCAPE
  const columns = 40
  const column = (width - 40) / columns
  const ops: SceneOp[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: '#ffffff' },
    { kind: 'bookmark', title: 'Bahnreise der Familie Łukasz 😀', y: 20, level: 0 },
    {
      kind: 'text',
      text: 'Bahnreise der Familie',
      x: 20,
      baseline: 38,
      font: 'bold',
      size: 18,
      colour: '#1d2433',
    },
  ]
  for (let lane = 0; lane < 10; lane += 1) {
    const y = 80 + lane * 72
    ops.push({
      kind: 'rect',
      x: 10,
      y,
      width: width - 20,
      height: 70,
      fill: lane % 2 ? '#f7f6f2' : '#efeee8',
    })
    ops.push({ kind: 'bookmark', title: `Zeile ${lane + 1}`, y, level: 1 })
  }
  const bottoms = Array.from({ length: columns }, () => 82)
  for (let card = 0; card < cards; card += 1) {
    const at = card % columns
    const words = Array.from(
      { length: 6 + Math.floor(random() * 12) },
      () => WORDS[Math.floor(random() * WORDS.length)] ?? '',
    )
    if (card % 9 === 0) words.push(EMOJI[(card / 9) % EMOJI.length] ?? '')
    const size = 3.2
    const lines = breakInto(metrics, words, size, column - 4)
    const cardHeight = lines.length * size * 1.25 + 3
    const x = 20 + at * column
    const y = bottoms[at] ?? 0
    ops.push({
      kind: 'rect',
      x,
      y,
      width: column - 1.5,
      height: cardHeight,
      radius: 1,
      fill: PASTELS[card % PASTELS.length] ?? '#ffffff',
      stroke: '#c9c5b8',
      strokeWidth: 0.25,
    })
    for (const [index, text] of lines.entries())
      ops.push({
        kind: 'text',
        text,
        x: x + 1.25,
        baseline: y + 1.5 + size * (1.25 * index + 1),
        font: 'regular',
        size,
        colour: '#1d2433',
      })
    bottoms[at] = y + cardHeight + 1.2
  }
  ops.push({
    kind: 'path',
    segments: [
      ['M', 20, 800],
      ['C', 200, 700, 400, 820, 600, 760],
      ['C', 800, 700, 1000, 820, 1160, 740],
    ],
    stroke: '#c0392b',
    strokeWidth: 1.2,
  })
  return { width, height, ops }
}
