/** A workshop in the wanted format as a file to hand over. Every format is fetched when somebody asks for it. */
import type { ExportJob } from '../../features/exchange/exportChoices.ts'
import { minutesTexts } from '../../i18n/exchangeTexts.ts'
import { mapLabels } from '../../i18n/mapLabels.ts'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import { fileNameOf, type ReadyFile } from '../downloadFile.ts'
import type { AppServices } from '../services.ts'
import { localDay } from './localDay.ts'
import { attachmentBytes } from './attachmentBytes.ts'

export interface ExportContext {
  readonly services: AppServices
  readonly locale: Locale
  readonly t: Translate
}

export interface MadeExport {
  readonly file: ReadyFile
  /** Kinds of records that the format cannot hold. */
  readonly leftOut: Readonly<Record<string, number>>
}

export type ExportRefusal = 'exportDialog.noJourney' | 'exportDialog.failed'

interface MadeBytes {
  readonly bytes: Uint8Array
  readonly leftOut?: Readonly<Record<string, number>>
}

interface Format {
  readonly ending: string
  readonly mime: string
  readonly make: () => Promise<Result<MadeBytes, ExportRefusal>>
}

export async function makeExport(
  context: ExportContext,
  snapshot: WorkshopSnapshot,
  job: ExportJob,
): Promise<Result<MadeExport, ExportRefusal>> {
  const { ending, mime, make } = formatOf(context, snapshot, job)
  const made = await make()
  if (!made.ok) return made
  const { bytes, leftOut = {} } = made.value
  const name = fileNameOf(snapshot.meta.title, context.t('home.untitled'), ending)
  return ok({ file: { name, mime, bytes: new Uint8Array(bytes) }, leftOut })
}

const PICTURE_MIMES = { html: 'text/html', svg: 'image/svg+xml', png: 'image/png' } as const

function formatOf(context: ExportContext, snapshot: WorkshopSnapshot, job: ExportJob): Format {
  const { services, locale } = context
  const journeyId = job.journeyId as JourneyId
  switch (job.format) {
    case 'csv':
      return {
        ending: 'zip',
        mime: 'application/zip',
        make: async () => {
          const { writeTableArchive } = await import('../../exchange/tablesOut/writeTableArchive.ts')
          const content = await attachmentBytes(services, snapshot)
          return ok(writeTableArchive(snapshot, journeyId, content))
        },
      }
    case 'html':
    case 'svg':
    case 'png':
      return {
        ending: job.format,
        mime: PICTURE_MIMES[job.format],
        make: async () => {
          const { drawMap } = await import('./drawMap.ts')
          return ok({ bytes: await drawMap(context, snapshot, job) })
        },
      }
    case 'xlsx':
      return {
        ending: 'xlsx',
        mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        make: async () => {
          const { writeXlsx } = await import('../../exchange/xlsx/writeXlsx.ts')
          const content = await attachmentBytes(services, snapshot)
          return ok(writeXlsx(snapshot, journeyId, content, mapLabels(locale)))
        },
      }
    case 'mermaid':
      return {
        ending: 'mmd',
        mime: 'text/plain',
        make: async () => {
          const { writeMermaid } = await import('../../exchange/mermaid/writeMermaid.ts')
          const { text, leftOut } = writeMermaid(snapshot, journeyId, mapLabels(locale).unsorted)
          return ok({ bytes: new TextEncoder().encode(text), leftOut })
        },
      }
    case 'minutes':
      return {
        ending: 'md',
        mime: 'text/markdown',
        make: async () => {
          const { writeMinutes } = await import('../../exchange/minutes/writeMinutes.ts')
          const wish = { journeyId, texts: minutesTexts(locale), day: localDay(services.clock.now()) }
          return ok({ bytes: new TextEncoder().encode(writeMinutes(snapshot, wish)) })
        },
      }
    case 'json':
      return {
        ending: 'json',
        mime: 'application/json',
        make: async () => {
          const { writeJson } = await import('../../exchange/json/writeJson.ts')
          return ok({ bytes: new TextEncoder().encode(writeJson(snapshot)) })
        },
      }
  }
}
