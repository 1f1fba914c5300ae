/** A workshop in the wanted format as a file to hand over. Every format is fetched when somebody asks for it. */
import type { ExportJob } from '../../features/exchange/exportChoices.ts'
import { minutesTexts } from '../../i18n/exchangeTexts.ts'
import { mapLabels } from '../../i18n/mapLabels.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { fileNameOf, type ReadyFile } from '../downloadFile.ts'
import type { ExportContext } from './exportContext.ts'
import { localDay } from './localDay.ts'
import { attachmentBytes } from './attachmentBytes.ts'

export interface MadeExport {
  readonly file: ReadyFile
  /** Kinds of records that the format cannot hold. */
  readonly leftOut: Readonly<Record<string, number>>
}

interface MadeBytes {
  readonly bytes: Uint8Array
  readonly leftOut?: Readonly<Record<string, number>>
}

interface Format {
  readonly ending: string
  readonly mime: string
  readonly make: () => Promise<MadeBytes>
}

export async function makeExport(
  context: ExportContext,
  snapshot: WorkshopSnapshot,
  job: ExportJob,
): Promise<MadeExport> {
  const { ending, mime, make } = formatOf(context, snapshot, job)
  const { bytes, leftOut = {} } = await make()
  const name = fileNameOf(snapshot.meta.title, context.t('home.untitled'), ending)
  return { file: { name, mime, bytes: new Uint8Array(bytes) }, leftOut }
}

const encode = (text: string) => new TextEncoder().encode(text)
const file = (ending: string, mime: string, make: Format['make']): Format => ({ ending, mime, make })

function formatOf(context: ExportContext, snapshot: WorkshopSnapshot, job: ExportJob): Format {
  const { services, locale } = context
  const journeyId = job.journeyId as JourneyId
  switch (job.format) {
    case 'html':
      return file('html', 'text/html', () => draw(context, snapshot, job))
    case 'svg':
      return file('svg', 'image/svg+xml', () => draw(context, snapshot, job))
    case 'png':
      return file('png', 'image/png', () => draw(context, snapshot, job))
    case 'xlsx':
      return file('xlsx', XLSX_MIME, async () => {
        const { writeXlsx } = await import('../../exchange/xlsx/writeXlsx.ts')
        const content = await attachmentBytes(services, snapshot)
        return writeXlsx(snapshot, journeyId, content, mapLabels(locale))
      })
    case 'mermaid':
      return file('mmd', 'text/plain', async () => {
        const { writeMermaid } = await import('../../exchange/mermaid/writeMermaid.ts')
        const { text, leftOut } = writeMermaid(snapshot, journeyId, mapLabels(locale).unsorted)
        return { bytes: encode(text), leftOut }
      })
    case 'minutes':
      return file('md', 'text/markdown', async () => {
        const { writeMinutes } = await import('../../exchange/minutes/writeMinutes.ts')
        const day = localDay(services.clock.now())
        return { bytes: encode(writeMinutes(snapshot, { journeyId, texts: minutesTexts(locale), day })) }
      })
    case 'csv':
      return file('zip', 'application/zip', async () => {
        const { writeTableArchive } = await import('../../exchange/tablesOut/writeTableArchive.ts')
        return writeTableArchive(snapshot, journeyId, await attachmentBytes(services, snapshot))
      })
    case 'json':
      return file('json', 'application/json', async () => {
        const { writeJson } = await import('../../exchange/json/writeJson.ts')
        return { bytes: encode(writeJson(snapshot)) }
      })
  }
}

const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function draw(context: ExportContext, snapshot: WorkshopSnapshot, job: ExportJob): Promise<MadeBytes> {
  const { drawMap } = await import('./drawMap.ts')
  return { bytes: await drawMap(context, snapshot, job) }
}
