/**
 * The foot of a card: symbol of its type, evidence, votes and initials, flush right. It shares the last line of the
 * text when there is room beside it; initials of many authors go above it.
 */
import type { Card, EvidenceKind } from '../model/records/card.ts'
import type { CardBlock } from './mapLayout.ts'
import type { MapMeasures } from './mapMeasures.ts'
import type { PlacedSymbol } from './placedSigns.ts'
import type { Picture, RecordingSign } from './stackThumbs.ts'
import { EMPTY_BLOCK, joinBlocks, moveText, setText, type TextBlock } from './textBlock.ts'
import type { TextMetrics } from './textMetrics.ts'

export interface CardContent {
  readonly card: Card
  /** Name of the touchpoint the card is about, or empty. */
  readonly about: string
  readonly authors: string
  readonly evidence: EvidenceKind | null
  readonly votes: number
  readonly pictures: readonly Picture[]
  readonly recordings: readonly RecordingSign[]
}

export interface Foot {
  readonly content: CardContent
  readonly mark: number
  readonly gap: number
  readonly lineHeight: number
  /** Of the line of marks. */
  readonly width: number
  /** Of everything. */
  readonly height: number
  /** Initials that do not fit beside the marks. */
  readonly above: TextBlock
  readonly initials: TextBlock
  readonly votes: TextBlock
}

export function setFoot(
  content: CardContent,
  left: number,
  room: number,
  measures: MapMeasures,
  metrics: TextMetrics,
): Foot {
  const { mark } = measures.card
  const gap = mark * 0.26
  const style = measures.text.small
  const lineHeight = style.size * style.lineHeight
  const set = (text: string, x: number): TextBlock =>
    text === '' ? EMPTY_BLOCK : setText(text, style, { x, y: 0, width: room }, metrics)
  const votes = set(content.votes > 0 ? String(content.votes) : '', 0)
  let width = mark
  if (content.evidence) width += mark + gap
  width += content.recordings.length * (mark + gap)
  if (votes.width > 0) width += mark + votes.width + gap * 1.9
  const initials = set(content.authors, 0)
  const beside = initials.lines.length <= 1 && width + gap + initials.width <= room
  if (beside && initials.width > 0) width += gap + initials.width
  const above = beside ? EMPTY_BLOCK : set(content.authors, left)
  return {
    content,
    mark,
    gap,
    lineHeight,
    width,
    height: lineHeight + above.height,
    above,
    initials: beside ? initials : EMPTY_BLOCK,
    votes,
  }
}

/** From right to left: initials, votes, evidence, sound and film, type. */
export function placeFoot(
  foot: Foot,
  right: number,
  top: number,
): Pick<CardBlock, 'typeMark' | 'evidenceMark' | 'votesMark' | 'recordingMarks' | 'smallText'> {
  const { mark, gap, content } = foot
  const line = top + foot.above.height
  const y = line + (foot.lineHeight - mark) / 2
  const texts: TextBlock[] = [moveText(foot.above, 0, top)]
  let x = right
  if (foot.initials.width > 0) {
    x -= foot.initials.width
    texts.push(moveText(foot.initials, x, line))
    x -= gap
  }
  let votesMark: CardBlock['votesMark'] = null
  if (foot.votes.width > 0) {
    x -= foot.votes.width
    texts.push(moveText(foot.votes, x, line))
    x -= mark + gap * 0.5
    votesMark = { name: 'vote', x, y, size: mark }
    x -= gap * 1.4
  }
  let evidenceMark: CardBlock['evidenceMark'] = null
  if (content.evidence) {
    x -= mark
    evidenceMark = { name: content.evidence, evidence: content.evidence, x, y, size: mark }
    x -= gap
  }
  const recordingMarks = content.recordings.toReversed().map((name): PlacedSymbol => {
    x -= mark + gap
    return { name, x: x + gap, y, size: mark }
  })
  const typeMark = { x: x - mark, y, size: mark }
  return { typeMark, evidenceMark, votesMark, recordingMarks, smallText: joinBlocks(texts) }
}
