/**
 * The poster engine behind the panel: lays out on this thread for the picture, prints in the worker. Fetched only when
 * somebody opens the panel, because fonts and PDF weigh more than the rest of the app.
 */
import type { PosterFailure, PosterPreviewed, PrintOptions } from '../../features/poster/posterTools.ts'
import type { PosterWish } from '../../features/poster/posterWish.logic.ts'
import { sheetOf, viewsOf } from '../../features/poster/posterWish.logic.ts'
import { createFontMetrics } from '../../layout/font/fontMetrics.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { ComposedPoster } from '../../poster/composePoster.ts'
import { composePoster } from '../../poster/composePoster.ts'
import type { PosterWorker } from '../../poster/createPosterWorker.ts'
import { createPosterWorker } from '../../poster/createPosterWorker.ts'
import type { PosterError, PosterPictures } from '../../poster/posterJob.ts'
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
  const compose = async (snapshot: WorkshopSnapshot, wish: PosterWish, pictures?: PosterPictures) => {
    const fonts = await loadPosterFonts().catch((cause: unknown) => {
      options.logger.error('the fonts of the poster could not be loaded', { cause: String(cause) })
      return null
    })
    if (fonts === null) return err({ code: 'fonts' } as const)
    const journey = mainJourney(snapshot)
    if (journey === null) return err({ code: 'no-journey' } as const)
    const choices = {
      journeyId: journey.id,
      sheet: sheetOf(wish),
      readingSize: wish.readingSize,
      locale: wish.locale,
      day: localDay(options.clock.now()),
      map: {
        views: viewsOf(wish),
        showAuthors: wish.showAuthors,
        filter: { laneIds: null, phaseIds: null, cards: wish.edition },
      },
    }
    const composed = composePoster(snapshot, choices, createFontMetrics(fonts), pictures)
    return ok({ fonts, composed })
  }
  return {
    preview: async (snapshot, wish) => {
      const made = await compose(snapshot, wish)
      return made.ok ? previewOf(made.value.composed) : made
    },
    print: async (snapshot, wish, { onProgress, signal }) => {
      const planned = await compose(snapshot, wish)
      if (!planned.ok) return planned
      const pictures = await posterPictures(snapshot, planned.value.composed.job.scenes, options.media)
      worker ??= createPosterWorker(planned.value.fonts)
      const job = { ...planned.value.composed.job, pictures }
      const pdf = await worker.renderPoster(job, { onProgress, signal })
      if (pdf.ok) return ok(new Blob([pdf.value], { type: 'application/pdf' }))
      if (pdf.error.code === 'worker-failed') options.logger.error('the poster broke', { ...pdf.error })
      return err(failureOf(pdf.error))
    },
    close: () => worker?.dispose(),
  }
}

function previewOf({ job, report, missing }: ComposedPoster): Result<PosterPreviewed, PosterFailure> {
  const [scene] = job.scenes
  return scene === undefined ? err({ code: 'failed' }) : ok({ scene, report, missing, title: job.meta.title })
}

function failureOf(error: PosterError): PosterFailure {
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
