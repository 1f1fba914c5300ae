/**
 * The poster engine behind the panel: lays out and prints in the worker, so that the page stays quick on a tablet.
 * Fetched only when somebody opens the panel, because fonts and PDF weigh more than the rest of the app.
 */
import type {
  PicturesShown,
  PosterFailure,
  PosterPreviewed,
  PrintOptions,
} from '../../features/poster/posterTools.ts'
import type { PosterWish } from '../../features/poster/posterWish.logic.ts'
import { sheetOf, viewsOf } from '../../features/poster/posterWish.logic.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { ComposedPoster, PosterChoices } from '../../poster/composePoster.ts'
import type { PosterWorker } from '../../poster/createPosterWorker.ts'
import { createPosterWorker } from '../../poster/createPosterWorker.ts'
import { pictureBudget } from '../../poster/pictures/fitPictures.ts'
import { LOGO_ID, type PosterError, type PosterPictures } from '../../poster/posterJob.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import type { PrintAssets, PrintFont } from '../../storage/printAssets.ts'
import { loadPosterFonts } from './posterFonts.ts'
import { pictureIds, posterPictures } from './posterPictures.ts'
import { createPreviewPictures } from './previewPictures.ts'

/** What a poster is printed with beside what was chosen for it. */
export interface PosterMaterial {
  readonly assets: PrintAssets
  /** Where a code would lead; null while the workshop is not shared. */
  readonly link: string | null
}

export interface PosterEngine {
  readonly preview: (
    snapshot: WorkshopSnapshot,
    wish: PosterWish,
    material: PosterMaterial,
  ) => Promise<Result<PosterPreviewed, PosterFailure>>
  readonly print: (
    snapshot: WorkshopSnapshot,
    wish: PosterWish,
    material: PosterMaterial,
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
  const workers = createWorkers(options)
  const shown = createPreviewPictures()
  let read: PosterPictures = new Map()
  const failed = (error: PosterError): Result<never, PosterFailure> => {
    if (error.code === 'worker-failed') options.logger.error('the poster broke', { ...error })
    return err(failureOf(error))
  }
  const picturesOf = async (snapshot: WorkshopSnapshot, { job }: ComposedPoster, { logo }: PrintAssets) => {
    const known = logo === null ? read : new Map([...read, [LOGO_ID, logo.jpeg]])
    const pictures = await posterPictures(snapshot, job.scenes, options.media, known)
    read = pictures
    return pictures
  }
  const compose = async (
    snapshot: WorkshopSnapshot,
    wish: PosterWish,
    material: PosterMaterial,
    signal?: AbortSignal,
  ) => {
    const journey = mainJourney(snapshot)
    if (journey === null) return err({ code: 'no-journey' } as const)
    if (wish.phaseIds?.length === 0 || wish.laneIds?.length === 0) {
      return err({ code: 'nothing-picked' } as const)
    }
    const engine = await workers.with(material.assets.fonts)
    if (!engine.ok) return engine
    const choices = choicesOf(wish, journey.id, localDay(options.clock.now()), material)
    const composed = await engine.value.composePoster(snapshot, choices, signal ? { signal } : {})
    if (!composed.ok) return failed(composed.error)
    const pictures = await picturesOf(snapshot, composed.value, material.assets)
    return ok({ engine: engine.value, composed: composed.value, pictures })
  }
  return {
    preview: async (snapshot, wish, material) => {
      const made = await compose(snapshot, wish, material)
      if (!made.ok) return made
      const { composed, pictures } = made.value
      return ok(previewOf(composed, pictures, await shown.of(pictures)))
    },
    print: async (snapshot, wish, material, { onProgress, signal }) => {
      const planned = await compose(snapshot, wish, material, signal)
      if (!planned.ok) return planned
      const { engine, composed, pictures } = planned.value
      const pdf = await engine.renderPoster({ ...composed.job, pictures }, { onProgress, signal })
      return pdf.ok ? ok(new Blob([pdf.value], { type: 'application/pdf' })) : failed(pdf.error)
    },
    close: () => {
      workers.close()
      shown.close()
    },
  }
}

/** One worker; another one when the fonts change. */
function createWorkers({ logger }: PosterEngineOptions) {
  let worker: PosterWorker | null = null
  let fontsInIt: readonly PrintFont[] = []
  return {
    with: async (added: readonly PrintFont[]): Promise<Result<PosterWorker, PosterFailure>> => {
      const fonts = await loadPosterFonts().catch((cause: unknown) => {
        logger.error('the fonts of the poster could not be loaded', { cause: String(cause) })
        return null
      })
      if (fonts === null) return err({ code: 'fonts' })
      if (worker !== null && fontsInIt !== added) {
        worker.dispose()
        worker = null
      }
      fontsInIt = added
      worker ??= createPosterWorker(
        fonts,
        undefined,
        added.map(({ bytes }) => bytes),
      )
      return ok(worker)
    },
    close: () => worker?.dispose(),
  }
}

function choicesOf(
  wish: PosterWish,
  journeyId: JourneyId,
  day: string,
  { assets, link }: PosterMaterial,
): PosterChoices {
  const { readingSize, tiles, split, style, forPrintShop, locale, laneIds, phaseIds, edition } = wish
  const { showAuthors, showSingleRatings } = wish
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
    link: wish.withCode ? link : null,
    logo: wish.withLogo && assets.logo ? { width: assets.logo.width, height: assets.logo.height } : null,
    colour: wish.withColour ? assets.colour : null,
    map: {
      views: viewsOf(wish),
      showAuthors,
      showSingleRatings,
      filter: { laneIds, phaseIds, cards: edition },
    },
  }
}

function previewOf(
  { job, scene, parts, report, missing, unjoined }: ComposedPoster,
  pictures: PosterPictures,
  images: PicturesShown['images'],
): PosterPreviewed {
  const count = pictureIds(job.scenes).size
  const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0)
  const most = Math.min(bytes, pictureBudget(pictures.size))
  return {
    scene,
    parts,
    pages: job.scenes.length,
    report,
    missing,
    unjoined,
    pictures: { count, missing: count - images.size, most, images },
    title: job.meta.title,
  }
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
