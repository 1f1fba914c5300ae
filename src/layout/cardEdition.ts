/** Which cards a shorter edition of a map keeps: the wall takes all of them, a small sheet perhaps the voted ones. */
import type { Card, CardId } from '../model/records/card.ts'
import type { Lane } from '../model/records/lane.ts'
import { standsFor } from '../model/select/standsFor.ts'
import { votesOf } from '../model/select/votesOf.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { CardEdition } from './mapOptions.ts'

export function citedCards(snapshot: WorkshopSnapshot, edition: CardEdition): ReadonlySet<CardId> {
  if (edition !== 'agreed') return new Set()
  const ids = [...snapshot.insights.values(), ...snapshot.actions.values()].flatMap(
    (record) => record.evidenceCardIds,
  )
  return new Set(ids.map((id) => standsFor(snapshot, 'cards', id)))
}

export function belongsToEdition(
  snapshot: WorkshopSnapshot,
  card: Card,
  lane: Lane | null,
  edition: CardEdition,
  cited: ReadonlySet<CardId>,
): boolean {
  switch (edition) {
    case 'all':
      return true
    case 'voted':
      return votesOf(snapshot, { kind: 'card', id: card.id }) > 0
    case 'marked':
      return lane?.kind === 'painPoints' || lane?.kind === 'momentsOfTruth'
    default:
      return lane?.kind === 'insights' || cited.has(card.id)
  }
}
