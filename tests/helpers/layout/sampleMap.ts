/** The train journey of the sample data, imported by the app's own import, with all it takes to lay it out. */
import { importInto, emptyWorkshop } from '../../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../../exchange/sample.ts'
import { type MapOptions, mapOptions } from '../../../src/layout/mapOptions.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { shippedMetrics } from '../shippedFonts.ts'
import { germanLabels } from './germanLabels.ts'

export interface SampleMap {
  readonly workshop: WorkshopDocument
  readonly snapshot: WorkshopSnapshot
  readonly options: MapOptions
}

export async function sampleMap(): Promise<SampleMap> {
  const workshop = emptyWorkshop()
  const imported = await importInto(workshop, filesOf(sampleContents()))
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (!journey) throw new Error('the sample has no journey')
  const options = mapOptions({ journeyId: journey.id, metrics: shippedMetrics(), labels: germanLabels })
  return { workshop, snapshot, options }
}
