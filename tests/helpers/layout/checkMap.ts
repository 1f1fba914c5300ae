/** What must hold for every map, whatever is in it: nothing lost, nothing twice, nothing over something else. */
import { expect } from 'vitest'
import type { MapLayout } from '../../../src/layout/mapLayout.ts'
import { sanitiseText } from '../../../src/layout/sanitiseText.ts'
import type { Rect } from '../../../src/layout/scene.ts'
import type { TextBlock } from '../../../src/layout/textBlock.ts'
import { cardHomes } from '../../../src/model/select/cardHomes.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'

const EPSILON = 1e-6

const right = (rect: Rect): number => rect.x + rect.width
const bottom = (rect: Rect): number => rect.y + rect.height

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - EPSILON &&
    inner.y >= outer.y - EPSILON &&
    right(inner) <= right(outer) + EPSILON &&
    bottom(inner) <= bottom(outer) + EPSILON
  )
}

export function overlap(one: Rect, other: Rect): boolean {
  return (
    one.x < right(other) - EPSILON &&
    other.x < right(one) - EPSILON &&
    one.y < bottom(other) - EPSILON &&
    other.y < bottom(one) - EPSILON
  )
}

/** Pairs that overlap, found by sweeping from left to right. */
export function overlappingPairs(rects: readonly Rect[]): readonly (readonly [Rect, Rect])[] {
  const sorted = [...rects].sort((a, b) => a.x - b.x)
  const pairs: (readonly [Rect, Rect])[] = []
  let open: Rect[] = []
  for (const rect of sorted) {
    open = open.filter((other) => right(other) > rect.x + EPSILON)
    for (const other of open) if (overlap(rect, other)) pairs.push([other, rect])
    open.push(rect)
  }
  return pairs
}

export function shownText(block: TextBlock): string {
  return block.lines.map(({ text }) => text).join('')
}

const bare = (text: string): string => sanitiseText(text).replace(/[\s\u00ad\u200b]+/gu, '')

/** Lines that are relative to their sheet. */
function linesInside(block: TextBlock, rect: Rect): void {
  textInside(block, { x: 0, y: 0, width: rect.width, height: rect.height })
}

export function checkCards(layout: MapLayout, snapshot: WorkshopSnapshot): void {
  const sheets: readonly Rect[] = [...layout.cards, ...layout.placements]
  expect(overlappingPairs(sheets)).toEqual([])
  const homes = cardHomes(snapshot)
  const expected = [...snapshot.cards.keys()].filter(
    (id) => !homes.inBinnedJourneys.some((card) => card.id === id),
  )
  expect(layout.cards.map(({ cardId }) => cardId).sort()).toEqual(expected.sort())
  for (const card of layout.cards) {
    expect(bare(shownText(card.block.text))).toBe(bare(snapshot.cards.get(card.cardId)?.text ?? ''))
    const inner = { x: card.x, y: card.y, width: card.width, height: card.height }
    linesInside(card.block.text, inner)
    linesInside(card.block.smallText, inner)
    if (card.block.about) linesInside(card.block.about, inner)
    for (const mark of [card.block.typeMark, card.block.evidenceMark, card.block.votesMark]) {
      if (!mark) continue
      const box = { x: card.x + mark.x, y: card.y + mark.y, width: mark.size, height: mark.size }
      expect(isInside(box, inner), `${card.cardId} mark`).toBe(true)
    }
  }
}

/** Name, chip, marks and face of a touchpoint lie on its sheet and not over each other. */
function checkPlacements(layout: MapLayout): void {
  for (const placement of layout.placements) {
    const { block } = placement
    const sheet = { x: 0, y: 0, width: block.width, height: block.height }
    linesInside(block.name, sheet)
    const squares = [...block.marks, ...(block.face ? [block.face] : [])].map(({ x, y, size }) => ({
      x,
      y,
      width: size,
      height: size,
    }))
    const parts: readonly Rect[] = [...squares, ...(block.chip ? [block.chip] : [])]
    for (const part of parts) expect(isInside(part, sheet)).toBe(true)
    expect(overlappingPairs(parts)).toEqual([])
  }
}

function checkArrows(layout: MapLayout): void {
  for (const { card, text } of layout.columns) if (text) textInside(text, card)
  for (const card of layout.pile?.activities ?? []) textInside(card.text, card)
  for (const phase of layout.phases) textInside(phase.text, phase)
}

function textInside(block: TextBlock, rect: Rect): void {
  for (const line of block.lines) {
    if (line.text === '') continue
    const box = { x: line.x, y: line.baseline - 0.75 * line.size, width: line.width, height: line.size }
    expect(isInside(box, rect), line.text).toBe(true)
  }
}

export function checkFrame(layout: MapLayout): void {
  checkPlacements(layout)
  checkArrows(layout)
  const all = { x: 0, y: 0, width: layout.width, height: layout.height }
  expect(overlappingPairs(layout.lanes)).toEqual([])
  expect(overlappingPairs(layout.cells)).toEqual([])
  for (const lane of layout.lanes) expect(isInside(lane, all)).toBe(true)
  for (const cell of layout.cells) {
    const lane = layout.lanes.find(({ laneId }) => laneId === cell.laneId)
    const column = layout.columns.find(({ activityId }) => activityId === cell.activityId)
    if (!lane || !column) throw new Error('a cell belongs to a lane and a column')
    expect(isInside(cell, lane)).toBe(true)
    expect(isInside(cell, { ...column, y: 0, height: layout.height })).toBe(true)
    expect(isInside(cell.free, cell)).toBe(true)
    const inCell = new Set<string>(cell.cardIds)
    for (const card of layout.cards) if (inCell.has(card.cardId)) expect(isInside(card, cell)).toBe(true)
  }
  const boxes = [
    ...layout.phases,
    ...layout.columns.map(({ card }) => card),
    ...layout.lanes,
    ...layout.slots,
  ]
  const others = [layout.parkingLot, layout.pile, layout.legend, layout.header].filter((box) => box !== null)
  expect(overlappingPairs([...boxes, ...others])).toEqual([])
  for (const box of others)
    expect(isInside(box, { ...all, width: Math.max(all.width, right(box)) })).toBe(true)
}
