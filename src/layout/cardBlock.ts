/**
 * The inside of one card: text, pictures, and at its foot who wrote it, what it rests on and its votes. Remembered per
 * record, because after a keystroke 999 of 1,000 cards are still the same object and must not be broken again.
 */
import type { Card } from '../model/records/card.ts'
import type { CardBlock } from './mapLayout.ts'
import type { MapMeasures } from './mapMeasures.ts'
import { type CardContent, placeFoot, setFoot } from './cardFoot.ts'
import { stackThumbs } from './stackThumbs.ts'
import { setText } from './textBlock.ts'
import type { TextMetrics } from './textMetrics.ts'

interface Remembered {
  readonly key: string
  readonly metrics: TextMetrics
  readonly block: CardBlock
}

/** Canvas, wall, preview and a poster at once; more would only be the steps of fitting a poster. */
const MOST_SIZES = 4
const blocks = new WeakMap<Card, Remembered[]>()

export function cardBlock(
  content: CardContent,
  width: number,
  measures: MapMeasures,
  metrics: TextMetrics,
): CardBlock {
  const { about, authors, evidence, votes, pictures, recordings } = content
  const shapes = pictures.map((picture) => `${picture.mediaId}:${picture.aspect}`).join()
  const key = `${width}|${measures.textSize}|${evidence}|${votes}|${shapes}|${recordings.join()}|${authors}|${about}`
  const known = blocks.get(content.card) ?? []
  const same = known.find((entry) => entry.key === key && entry.metrics === metrics)
  if (same) return same.block
  const block = setCard(content, width, measures, metrics)
  blocks.set(content.card, [{ key, metrics, block }, ...known.slice(0, MOST_SIZES - 1)])
  return block
}

function setCard(
  content: CardContent,
  width: number,
  measures: MapMeasures,
  metrics: TextMetrics,
): CardBlock {
  const { edge, padX, padY, mark } = measures.card
  const left = edge + padX
  const room = Math.max(measures.textSize, width - left - padX)
  let y = padY
  const about =
    content.about === ''
      ? null
      : setText(content.about, measures.text.about, { x: left, y, width: room }, metrics)
  y += about?.height ?? 0
  const stack = stackThumbs(content.pictures, { x: left, y, width: room }, measures)
  y += stack.height
  const text = setText(content.card.text, measures.text.card, { x: left, y, width: room }, metrics)
  y += text.height
  const foot = setFoot(content, left, room, measures, metrics)
  const cardLine = measures.text.card.size * measures.text.card.lineHeight
  const lastWidth = text.lines.at(-1)?.width ?? 0
  const beside = foot.above.height === 0 && lastWidth + mark * 0.45 + foot.width <= room
  const footTop = beside ? y - cardLine + (cardLine - foot.lineHeight) / 2 : y
  const height = (beside ? y : footTop + foot.height) + padY
  return { width, height, text, about, thumbs: stack.thumbs, ...placeFoot(foot, width - padX, footTop) }
}
