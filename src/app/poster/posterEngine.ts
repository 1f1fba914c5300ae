/**
 * The poster engine behind the panel: lays out and prints in the worker, so that the page stays quick on a tablet.
 * Fetched only when somebody opens the panel, because fonts and PDF weigh more than the rest of the app.
 */
import type { PosterFailure, PosterPreviewed, PrintOptions } from '../../features/poster/posterTools.ts'
import type { PosterWish } from '../../features/poster/posterWish.logic.ts'
import { sheetOf, viewsOf } from '../../features/poster/posterWish.logic.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { ComposedPoster, PosterChoices } from '../../poster/composePoster.ts'
import type { PosterWorker } from '../../poster/createPosterWorker.ts'
import { createPosterWorker } from '../../poster/createPosterWorker.ts'
import type { PosterError } from '../../poster/posterJob.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import { loadPosterFonts } from './posterFonts.ts'
import { posterPictures } from './posterPictures.ts'

export interface PosterEngine {
  readonly preview: (
    snapshot: WorkshopSnapshot,
    wish: PosterWish,
  ) => Promise<Result<PosterPreviewed, PosterFailure>>
  readonly print: (
    snapshot: WorkshopSnapshot,
    wish: PosterWish,
    options: PrintOptions,
  ) => Promise<Result<Blob, PosterFailure>>
  readonly close: Disposer
}

export interface PosterEngineOptions {
  readonly media: MediaStore | null
  readonly clock: Clock
  readonly logger: Logger
}

export function createPosterEngine(options: PosterEngineOptions): PosterEngine {
  let worker: PosterWorker | null = null
  const start = async (): Promise<Result<PosterWorker, PosterFailure>> => {
    const fonts = await loadPosterFonts().catch((cause: unknown) => {
      options.logger.error('the fonts of the poster could not be loaded', { cause: String(cause) })
      return null
    })
    if (fonts === null) return err({ code: 'fonts' })
    worker ??= createPosterWorker(fonts)
    return ok(worker)
  }
  const failed = (error: PosterError): Result<never, PosterFailure> => {
    if (error.code === 'worker-failed') options.logger.error('the poster broke', { ...error })
    return err(failureOf(error))
  }
  const compose = async (snapshot: WorkshopSnapshot, wish: PosterWish, signal?: AbortSignal) => {
    const journey = mainJourney(snapshot)
    if (journey === null) return err({ code: 'no-journey' } as const)
    if (wish.phaseIds?.length === 0 || wish.laneIds?.length === 0) {
      return err({ code: 'nothing-picked' } as const)
    }
    const engine = await start()
    if (!engine.ok) return engine
    const choices = choicesOf(wish, journey.id, localDay(options.clock.now()))
    const composed = await engine.value.composePoster(snapshot, choices, signal ? { signal } : {})
    return composed.ok ? ok({ engine: engine.value, composed: composed.value }) : failed(composed.error)
  }
  return {
    preview: async (snapshot, wish) => {
      const made = await compose(snapshot, wish)
      return made.ok ? ok(previewOf(made.value.composed)) : made
    },
    print: async (snapshot, wish, { onProgress, signal }) => {
      const planned = await compose(snapshot, wish, signal)
      if (!planned.ok) return planned
      const { engine, composed } = planned.value
      const pictures = await posterPictures(snapshot, composed.job.scenes, options.media)
      const pdf = await engine.renderPoster({ ...composed.job, pictures }, { onProgress, signal })
      return pdf.ok ? ok(new Blob([pdf.value], { type: 'application/pdf' })) : failed(pdf.error)
    },
    close: () => worker?.dispose(),
  }
}

function choicesOf(wish: PosterWish, journeyId: JourneyId, day: string): PosterChoices {
  const { readingSize, tiles, split, style, forPrintShop, locale, laneIds, phaseIds, showAuthors, edition } =
    wish
  return {
    journeyId,
    sheet: sheetOf(wish),
    readingSize,
    tiles,
    split,
    style,
    forPrintShop,
    locale,
    day,
    map: { views: viewsOf(wish), showAuthors, filter: { laneIds, phaseIds, cards: edition } },
  }
}

function previewOf({ job, scene, parts, report, missing }: ComposedPoster): PosterPreviewed {
  return { scene, parts, pages: job.scenes.length, report, missing, title: job.meta.title }
}

export function failureOf(error: PosterError): PosterFailure {
  switch (error.code) {
    case 'page-too-long':
      return { code: 'page-too-long', width: Math.max(error.width, error.height), longest: error.longest }
    case 'cancelled':
      return { code: 'cancelled' }
    case 'no-pages':
    case 'worker-failed':
      return { code: 'failed' }
  }
}

/** `2027-04-30` by this device's calendar. */
export function localDay(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
