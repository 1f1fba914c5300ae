/** What a picture belongs to, in words, and read back from a note of this device. */
import type { Translate } from '../../i18n/translate.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PicturePlace } from './placePicture.ts'

const WITH_ID: readonly string[] = ['card', 'activity', 'placement', 'touchpoint', 'persona', 'moodboard']

/** Null for what an older or newer app may have written. */
export function readPlace(value: unknown): PicturePlace | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, id, cell } = value as Readonly<Record<string, unknown>>
  if (typeof kind !== 'string') return null
  if (WITH_ID.includes(kind)) return typeof id === 'string' ? ({ kind, id } as PicturePlace) : null
  if (kind !== 'cell' || typeof cell !== 'object' || cell === null) return null
  const { laneId, activityId } = cell as Readonly<Record<string, unknown>>
  const isCell = typeof laneId === 'string' && typeof activityId === 'string'
  return isCell ? ({ kind, cell: { laneId, activityId } } as PicturePlace) : null
}

/** Null when it is not there any more. */
export function placeName(t: Translate, snapshot: WorkshopSnapshot, place: PicturePlace): string | null {
  switch (place.kind) {
    case 'card':
      return named(snapshot.cards.get(place.id), (card) => t('media.placeCard', { text: card.text }))
    case 'activity':
      return named(snapshot.activities.get(place.id), ({ text }) => t('media.placeActivity', { text }))
    case 'touchpoint':
      return named(snapshot.touchpoints.get(place.id), ({ name }) =>
        t('media.placeTouchpoint', { text: name }),
      )
    case 'placement': {
      const id = snapshot.placements.get(place.id)?.touchpointId ?? null
      if (id === null) return null
      return placeName(t, snapshot, { kind: 'touchpoint', id: standsFor(snapshot, 'touchpoints', id) })
    }
    case 'persona':
    case 'moodboard':
      return named(snapshot.personas.get(place.id), ({ name }) => t('media.placePersona', { text: name }))
    case 'cell':
      return snapshot.activities.has(place.cell.activityId) ? t('media.placeCell') : null
  }
}

function named<T>(record: T | undefined, words: (record: T) => string): string | null {
  return record === undefined ? null : words(record)
}
