/** What the poster benches print: the sample with its 538 cards, and a map of 1,000 cards of which some show photos. */
import { cutSheet } from '../../../src/layout/poster/posterSheets.ts'
import type { Card, CardId } from '../../../src/model/records/card.ts'
import type { Media, MediaId } from '../../../src/model/records/media.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import { composePoster, type PosterChoices } from '../../../src/poster/composePoster.ts'
import { emptyWorkshop, importInto } from '../../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../../exchange/sample.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'

export async function sampleSnapshot(): Promise<WorkshopSnapshot> {
  const workshop = emptyWorkshop()
  await importInto(workshop, filesOf(sampleContents()))
  return workshop.snapshot()
}

/** The sample's cards again and again, in their cells; the photos spread evenly over them. */
export function grown(snapshot: WorkshopSnapshot, cards: number, photos: number): WorkshopSnapshot {
  const originals = [...snapshot.cards.values()]
  const all = Array.from({ length: cards }, (_, index): Card => {
    const card = originals[index % originals.length] as Card
    const every = Math.floor(cards / Math.max(1, photos))
    const mediaIds =
      index % every === 0 && index / every < photos ? [`photo-${index / every}` as MediaId] : []
    return { ...card, id: `${card.id}-${index}` as CardId, mediaIds }
  })
  const sizes = { width: 1200, height: 900, mime: 'image/jpeg', kind: 'picture' } as const
  const media = Array.from(
    { length: photos },
    (_, index) => ({ ...EMPTY_MEDIA, ...sizes, id: `photo-${index}` }) as unknown as Media,
  )
  return {
    ...snapshot,
    cards: new Map(all.map((card) => [card.id, card])),
    media: new Map(media.map((one) => [one.id, one])),
  }
}

const EMPTY_MEDIA = {
  sha256: '',
  bytes: 0,
  duration: null,
  page: null,
  preview: '',
  name: '',
  description: '',
  deviceName: '',
}

export function printed(snapshot: WorkshopSnapshot, more: Partial<PosterChoices> = {}) {
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('the sample has no journey')
  const plain = { journeyId: journey.id, readingSize: null, locale: 'de', day: '2026-04-01' } as const
  return composePoster(snapshot, { ...plain, sheet: cutSheet('A0', 'landscape'), ...more }, shippedMetrics())
}
