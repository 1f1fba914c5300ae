/** The sample as a workshop of its own, with pictures, for tests that print sheets of it. */
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { createWorkshop } from '../../../src/model/commands/createWorkshop.ts'
import { editRecord } from '../../../src/model/commands/editRecord.ts'
import type { JourneyId } from '../../../src/model/records/journey.ts'
import { type LaneKind, laneKinds } from '../../../src/model/records/lane.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { type SheetWish, USUAL_WISH } from '../../../src/layout/sheetKinds.ts'
import {
  type ComposedSheets,
  composeSheets,
  type SheetChoices,
} from '../../../src/poster/sheets/composeSheets.ts'
import { emptyWorkshop, importInto } from '../../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../../exchange/sample.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'

export const ACTOR = { personId: null } as const

/** With the random id that codes need. */
export function namedWorkshop(
  title: string,
  template: 'import' | 'firstWorkshop' = 'import',
): WorkshopDocument {
  const workshop = emptyWorkshop()
  const lanes = Object.fromEntries(laneKinds.map((kind) => [kind, ''])) as Record<LaneKind, string>
  const texts = { journeyTitle: '', personaName: '', lanes, phases: [] }
  const made = createWorkshop(workshop, ACTOR, { title, language: 'de', texts, template })
  if (!made.ok) throw new Error(made.error.code)
  return workshop
}

export async function sampleWorkshop(): Promise<WorkshopDocument> {
  const workshop = namedWorkshop('Bahnreise mit Kindern')
  await importInto(workshop, filesOf(sampleContents()))
  const [persona] = workshop.snapshot().personas.values()
  const media = createRecord(workshop, ACTOR, {
    table: 'media',
    fields: { kind: 'picture', mime: 'image/jpeg', width: 800, height: 533 },
  })
  if (persona === undefined || !media.ok) throw new Error('the sample has no persona')
  editRecord(workshop, ACTOR, { table: 'personas', id: persona.id, patch: { pictureId: media.value } })
  return workshop
}

export function journeyIn(snapshot: WorkshopSnapshot): JourneyId {
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('there is no journey')
  return journey.id
}

export function sheetsOf(
  snapshot: WorkshopSnapshot,
  wish: Partial<SheetWish>,
  choices: Partial<SheetChoices> = {},
): ComposedSheets {
  return composeSheets(
    snapshot,
    {
      journeyId: journeyIn(snapshot),
      wish: { ...USUAL_WISH, ...wish },
      locale: 'de',
      style: 'colour',
      day: '2026-04-01',
      hasCodes: true,
      ...choices,
    },
    shippedMetrics(),
  )
}
