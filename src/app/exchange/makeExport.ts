/** A workshop in the wanted format as a file to hand over. Every format is fetched when somebody asks for it. */
import type { ExportJob } from '../../features/exchange/exportChoices.ts'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import { fileNameOf, type ReadyFile } from '../downloadFile.ts'
import type { AppServices } from '../services.ts'
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

function formatOf({ services }: ExportContext, snapshot: WorkshopSnapshot, job: ExportJob): Format {
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
