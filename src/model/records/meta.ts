/** What is said once about the workshop as a whole; one root map, one value per field. */
import type { Id } from '../../shared/ids.ts'
import { defineSingleton, type SingletonOf } from '../defineSingleton.ts'
import { date, number, oneOf, ref, string, value } from '../field.ts'

/** 128 bit; the route of the workshop and the key by which copies of it merge. */
export type WorkshopId = Id<'workshop'>

export const templateNames = ['firstWorkshop', 'full', 'serviceBlueprint', 'empty', 'import'] as const

export const metaSingleton = defineSingleton({
  name: 'meta',
  document: 'map',
  fields: {
    workshopId: value<WorkshopId | ''>(
      '',
      (stored) =>
        typeof stored === 'string' && /^[0-9A-Za-z]{22}$/.test(stored) ? (stored as WorkshopId) : undefined,
      string().shape,
    ),
    title: string(),
    goal: string(),
    date: date(),
    place: string(),
    organisation: string(),
    /** Language of the texts that the template wrote. */
    language: string(),
    template: oneOf(templateNames, 'empty'),
    createdAt: number(0),
    createdBy: ref('person'),
    /** Schema of the app that created the document. */
    schema: number(1, 1),
    /** Apps with an older schema than this only read. */
    minWriter: number(1, 1),
    /** The workshop this is a copy of. */
    duplicateOf: string(),
    /** Who owns the map and presents it (a closing question). */
    ownerId: ref('person'),
    owner: string(),
    nextJourney: string(),
    nextJourneyDate: date(),
  },
})

export type Meta = SingletonOf<typeof metaSingleton>
