/** Hands out the same object for a card that did not move, so that canvas and scene may compare by identity. */
import type { Card } from '../model/records/card.ts'
import type { CardBlock, PlacedCard } from './mapLayout.ts'
import type { Tone } from './placedSigns.ts'

const placedBefore = new WeakMap<CardBlock, PlacedCard>()

function sameTone(one: Tone, other: Tone): boolean {
  return one.kind === other.kind && one.colour === other.colour && one.symbol === other.symbol
}

export function placedCard(
  card: Card,
  home: Pick<PlacedCard, 'laneId' | 'activityId' | 'placementId' | 'x' | 'y'>,
  tone: Tone,
  block: CardBlock,
): PlacedCard {
  const before = placedBefore.get(block)
  if (
    before &&
    before.x === home.x &&
    before.y === home.y &&
    before.laneId === home.laneId &&
    before.activityId === home.activityId &&
    before.placementId === home.placementId &&
    sameTone(before.tone, tone)
  ) {
    return before
  }
  const placed: PlacedCard = {
    cardId: card.id,
    ...home,
    width: block.width,
    height: block.height,
    tone,
    block,
  }
  placedBefore.set(block, placed)
  return placed
}
