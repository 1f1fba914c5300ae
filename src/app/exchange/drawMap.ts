/** The map as a picture: SVG, the page to read, or PNG. Everything that needs fonts and layout, fetched when asked for. */
import { loadTextMetrics } from '../../canvas/loadTextMetrics.ts'
import { writeHtml } from '../../exchange/html/writeHtml.ts'
import type { ExportJob } from '../../features/exchange/exportChoices.ts'
import { htmlTexts } from '../../i18n/exchangeTexts.ts'
import { mapLabels } from '../../i18n/mapLabels.ts'
import { languageTag } from '../../i18n/translate.ts'
import { sceneOfExport } from '../../layout/sceneOfExport.ts'
import { base64 } from '../../layout/svg/base64.ts'
import { sceneToSvg } from '../../layout/svg/sceneToSvg.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { drawPng } from './drawPng.ts'
import { exportPictures } from './exportPictures.ts'
import { localDay } from './localDay.ts'
import type { ExportContext } from './exportContext.ts'

export async function drawMap(
  { services, locale }: ExportContext,
  snapshot: WorkshopSnapshot,
  job: ExportJob,
): Promise<Uint8Array> {
  const journeyId = job.journeyId as JourneyId
  const labels = mapLabels(locale)
  const metrics = await loadTextMetrics()
  const scene = sceneOfExport(snapshot, { journeyId, metrics, labels })
  const held = await exportPictures(services, snapshot, scene)
  if (job.format === 'png') return drawPng(scene, { pictures: held, metrics, ...job })
  const pictures = new Map(
    [...held].map(([id, { mime, bytes }]) => [id, `data:${mime};base64,${base64(bytes)}`]),
  )
  const title = snapshot.journeys.get(journeyId)?.title || labels.unnamedJourney
  const language = languageTag(locale)
  const svg = sceneToSvg(scene, { metrics, title, language, pictures })
  const text =
    job.format === 'svg'
      ? svg
      : writeHtml(snapshot, {
          journeyId,
          svg,
          language,
          texts: htmlTexts(locale, localDay(services.clock.now())),
        })
  return new TextEncoder().encode(text)
}
