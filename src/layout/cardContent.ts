/** What stands on a card besides its text, read from the snapshot; and the tone of its edge. */
import type { Card } from '../model/records/card.ts'
import type { Lane } from '../model/records/lane.ts'
import type { MediaId } from '../model/records/media.ts'
import type { PlacementId } from '../model/records/placement.ts'
import { standsFor } from '../model/select/standsFor.ts'
import { votesOf } from '../model/select/votesOf.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { CardContent } from './cardFoot.ts'
import { initialsOf } from './initialsOf.ts'
import { PLAIN_TONE, toneOfCardType, toneOfLane } from './laneSymbols.ts'
import type { Tone } from './placedSigns.ts'
import type { MapSource } from './steps/readMap.ts'
import { pictureOf, recordingOf, type Picture, type RecordingSign } from './stackThumbs.ts'

export function touchpointName(snapshot: WorkshopSnapshot, placementId: PlacementId | null): string {
  const id = placementId === null ? null : (snapshot.placements.get(placementId)?.touchpointId ?? null)
  return id === null ? '' : (snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', id))?.name ?? '')
}

export function picturesOf(snapshot: WorkshopSnapshot, ids: readonly MediaId[]): readonly Picture[] {
  return ids.flatMap((id) => {
    const media = snapshot.media.get(standsFor(snapshot, 'media', id))
    return (media && pictureOf(media)) ?? []
  })
}

/** One sign per kind, however many there are. */
function recordingsOf(snapshot: WorkshopSnapshot, ids: readonly MediaId[]): readonly RecordingSign[] {
  const signs = new Set<RecordingSign>()
  for (const id of ids) {
    const media = snapshot.media.get(standsFor(snapshot, 'media', id))
    const sign = media === undefined ? null : recordingOf(media)
    if (sign !== null) signs.add(sign)
  }
  return [...signs].sort()
}

function authorsOf(snapshot: WorkshopSnapshot, card: Card): string {
  const ids = new Set(card.authorIds.map((id) => standsFor(snapshot, 'persons', id)))
  const initials = [...ids].map((id) => initialsOf(snapshot.persons.get(id)?.name ?? ''))
  return initials.filter((letters) => letters !== '').join(' ')
}

/** @param showsTouchpoint false where the card lies under its touchpoint anyway. */
export function contentOfCard(source: MapSource, card: Card, showsTouchpoint: boolean): CardContent {
  const { snapshot, options } = source
  return {
    card,
    about: showsTouchpoint ? touchpointName(snapshot, card.place.placementId) : '',
    authors: options.showAuthors ? authorsOf(snapshot, card) : '',
    evidence: options.showEvidence ? card.evidence : null,
    votes: options.showVotes ? votesOf(snapshot, { kind: 'card', id: card.id }) : 0,
    pictures: card.mediaIds.length === 0 ? [] : picturesOf(snapshot, card.mediaIds),
    recordings: card.mediaIds.length === 0 ? [] : recordingsOf(snapshot, card.mediaIds),
  }
}

export function toneOf(source: MapSource, card: Card, lane: Lane | null, laneTone: Tone): Tone {
  const own = card.cardTypeId === null ? undefined : source.snapshot.cardTypes.get(card.cardTypeId)
  return own ? toneOfCardType(own, lane?.kind ?? 'own') : laneTone
}

export function laneTone(source: MapSource, lane: Lane | null): Tone {
  if (!lane) return PLAIN_TONE
  return toneOfLane(
    lane,
    lane.cardTypeId === null ? undefined : source.snapshot.cardTypes.get(lane.cardTypeId),
  )
}
