/** The engine behind the panel of sheets: the poster's worker, fonts and pictures for paper that is no poster. */
import type { PosterFailure, PrintOptions } from '../../features/poster/posterTools.ts'
import type { SheetOrder, SheetsPreviewed } from '../../features/poster/sheets/sheetTools.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { createPosterWorker, type PosterWorker } from '../../poster/createPosterWorker.ts'
import type { PosterError } from '../../poster/posterJob.ts'
import type { ComposedSheets } from '../../poster/sheets/composeSheets.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import { failureOf, localDay, type PosterEngineOptions } from './posterEngine.ts'
import { loadPosterFonts } from './posterFonts.ts'
import { posterPictures } from './posterPictures.ts'

export interface SheetEngine {
  readonly preview: (
    snapshot: WorkshopSnapshot,
    order: SheetOrder,
  ) => Promise<Result<SheetsPreviewed, PosterFailure>>
  readonly print: (
    snapshot: WorkshopSnapshot,
    order: SheetOrder,
    options: PrintOptions,
  ) => Promise<Result<Blob, PosterFailure>>
  readonly close: Disposer
}

export function createSheetEngine({ media, clock, logger }: PosterEngineOptions): SheetEngine {
  let worker: PosterWorker | null = null
  const failed = (error: PosterError): Result<never, PosterFailure> => {
    if (error.code === 'worker-failed') logger.error('the sheets broke', { ...error })
    return err(failureOf(error))
  }
  const start = async (): Promise<Result<PosterWorker, PosterFailure>> => {
    const fonts = await loadPosterFonts().catch((cause: unknown) => {
      logger.error('the fonts of the sheets could not be loaded', { cause: String(cause) })
      return null
    })
    if (fonts === null) return err({ code: 'fonts' })
    worker ??= createPosterWorker(fonts)
    return ok(worker)
  }
  const compose = async (snapshot: WorkshopSnapshot, order: SheetOrder, signal?: AbortSignal) => {
    const journey = mainJourney(snapshot)
    if (journey === null) return err({ code: 'no-journey' } as const)
    if (order.phaseIds?.length === 0 || order.laneIds?.length === 0) {
      return err({ code: 'nothing-picked' } as const)
    }
    const engine = await start()
    if (!engine.ok) return engine
    const { style, locale, ...wish } = order
    const day = localDay(clock.now())
    const choices = { journeyId: journey.id, wish, locale, style, day, hasCodes: true }
    const made = await engine.value.composeSheets(snapshot, choices, signal ? { signal } : {})
    return made.ok ? ok({ engine: engine.value, sheets: made.value }) : failed(made.error)
  }
  return {
    preview: async (snapshot, order) => {
      const made = await compose(snapshot, order)
      return made.ok ? ok(previewOf(made.value.sheets, order)) : made
    },
    print: async (snapshot, order, { onProgress, signal }) => {
      const made = await compose(snapshot, order, signal)
      if (!made.ok) return made
      const { engine, sheets } = made.value
      const pictures = await posterPictures(snapshot, sheets.job.scenes, media)
      const pdf = await engine.renderPoster({ ...sheets.job, pictures }, { onProgress, signal })
      return pdf.ok ? ok(new Blob([pdf.value], { type: 'application/pdf' })) : failed(pdf.error)
    },
    close: () => worker?.dispose(),
  }
}

function previewOf(sheets: ComposedSheets, { kind }: SheetOrder): SheetsPreviewed {
  const { scene, parts, job, missing, withCodes } = sheets
  return {
    scene,
    parts,
    pages: job.scenes.length,
    missing,
    withCodes: kind === 'empty' || kind === 'cards' ? withCodes : null,
    title: job.meta.title,
  }
}
