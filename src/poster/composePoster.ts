/**
 * From a workshop to the job that `renderPdf` takes: the one place where words, colours and choices of a poster meet,
 * so that dialog and command line print the same bytes. Nothing here depends on the moment but the day it is given.
 */
import { languageTag, type Locale } from '../i18n/locales.ts'
import { printTranslator } from '../i18n/printTranslator.ts'
import { mapLabels } from '../i18n/mapLabels.ts'
import { posterLabels } from '../i18n/posterLabels.ts'
import type { FontMetrics } from '../layout/font/fontMetrics.ts'
import { type MapOptions, mapOptions } from '../layout/mapOptions.ts'
import type { PosterReport, PosterStamps } from '../layout/poster/posterRequest.ts'
import type { PosterSheet, PosterSplit, PosterStyle, TilePaper } from '../layout/poster/posterSheets.ts'
import type { Colour, Rect, Scene } from '../layout/scene.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import { companyTheme } from './companyTheme.ts'
import { contactSheet } from './contactSheet.ts'
import { layPosters } from './layPosters.ts'
import { missingCharacters, unjoinedCharacters } from './notDrawn.ts'
import { pagesOfPoster } from './pagesOfPoster.ts'
import { styleScene } from './style/styleScene.ts'
import { LOGO_ID, type PosterJob, type PosterPictures } from './posterJob.ts'

export interface PosterChoices {
  readonly journeyId: JourneyId
  readonly sheet: PosterSheet
  /** Points; null takes the largest text that fits. */
  readonly readingSize: number | null
  /** Fuller columns take width of emptier ones; default true. */
  readonly balanced?: boolean
  readonly locale: Locale
  /** Paper of an office printer to cut the poster for; null or nothing leaves it in one piece. */
  readonly tiles?: TilePaper | null
  /** One poster, two side by side, or a page for every phase. */
  readonly split?: PosterSplit
  readonly style?: PosterStyle
  /** With bleed, crop marks and the boxes that print shops read. */
  readonly forPrintShop?: boolean
  /** Where the QR code leads; null or nothing leaves it out. */
  readonly link?: string | null
  /** Pixels of the company's logo, which lies among the pictures as `LOGO_ID`. */
  readonly logo?: Pick<Rect, 'width' | 'height'> | null
  /** The company's: of the activities and of the line over the title. */
  readonly colour?: Colour | null
  /** `2027-04-30`: printed, and the only time in the file. */
  readonly day: string
  /** Views, edition of cards and what else the map offers to choose. Plain data: choices travel to a worker. */
  readonly map?: Partial<Omit<MapOptions, 'journeyId' | 'metrics' | 'labels'>>
}

export interface ComposedPoster {
  readonly job: PosterJob
  /** The whole poster, before it was cut: what people look at. */
  readonly scene: Scene
  /** Areas of it that are pages of their own; empty when it is one page. */
  readonly parts: readonly Rect[]
  readonly report: PosterReport
  /** Characters that no font has, each once. */
  readonly missing: readonly string[]
  /** Characters of scripts that need shaping, which a font has and which are drawn one by one. */
  readonly unjoined: readonly string[]
}

export function composePoster(
  snapshot: WorkshopSnapshot,
  choices: PosterChoices,
  metrics: FontMetrics,
  pictures: PosterPictures = new Map(),
): ComposedPoster {
  const { journeyId, sheet, readingSize, balanced = true, locale, day } = choices
  const labels = mapLabels(locale)
  const request = {
    snapshot,
    // Names go on paper only when somebody switches them on.
    map: mapOptions({ journeyId, metrics, labels }, { showAuthors: false, ...choices.map }),
    sheet,
    readingSize,
    balanced,
    labels: posterLabels(locale, day),
    theme: companyTheme(choices.colour ?? null),
    stamps: stampsOf(choices),
  }
  const { posters, report } = layPosters(request, choices.split ?? 'one')
  const scenes = posters.map(({ scene }) => styleScene(scene, choices.style ?? 'colour'))
  const meta = {
    title: titleOf(snapshot, journeyId) || labels.unnamedJourney,
    subject: printTranslator(locale)('posterSheet.subject'),
    language: languageTag(locale),
    createdAt: Date.parse(`${day}T00:00:00Z`),
  }
  const { tiles = null, forPrintShop = false } = choices
  const cut = scenes.map((scene) => pagesOfPoster(scene, { tiles, forPrintShop, locale }, metrics))
  const shown = contactSheet(scenes)
  const [only] = cut
  return {
    job: { scenes: cut.flatMap(({ pages }) => pages), pictures, meta },
    scene: shown.scene,
    parts:
      cut.length === 1
        ? (only?.parts ?? [])
        : cut.flatMap(({ parts }, index) => movedTo(shown.areas[index], parts)),
    report,
    missing: missingCharacters(shown.scene, metrics),
    unjoined: unjoinedCharacters(shown.scene, metrics),
  }
}

function stampsOf({ link, logo, locale }: PosterChoices): PosterStamps {
  return {
    qr: link ? { text: link, label: printTranslator(locale)('posterSheet.code') } : null,
    logo: logo ? { ...logo, mediaId: LOGO_ID } : null,
  }
}

/** Without cuts of its own a poster among several is one page. */
function movedTo(area: Rect | undefined, parts: readonly Rect[]): readonly Rect[] {
  if (area === undefined) return parts
  if (parts.length === 0) return [area]
  return parts.map((part) => ({ ...part, x: part.x + area.x, y: part.y + area.y }))
}

function titleOf(snapshot: WorkshopSnapshot, journeyId: JourneyId): string {
  return snapshot.journeys.get(journeyId)?.title ?? ''
}
