/**
 * From a workshop to the pages of one kind of sheet: the same job that posters are printed from, so that the app and the
 * command line write the same bytes. Nothing here depends on the moment but the day it is given.
 */
import { mapLabels } from '../../i18n/mapLabels.ts'
import { languageTag, type Locale } from '../../i18n/locales.ts'
import { printTranslator } from '../../i18n/printTranslator.ts'
import { assertNever } from '../../shared/assertNever.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { PosterStyle } from '../../layout/poster/posterSheets.ts'
import type { Rect, Scene } from '../../layout/scene.ts'
import type { SheetKind, SheetWish } from '../../layout/sheetKinds.ts'
import { PRINT_THEME } from '../../layout/theme.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { contactSheet } from '../contactSheet.ts'
import { missingCharacters } from '../notDrawn.ts'
import type { PosterJob, PosterPictures } from '../posterJob.ts'
import { styleScene } from '../style/styleScene.ts'
import { actionSheets } from './actionSheets.ts'
import { emptyMap } from './emptyMap.ts'
import { personaSheets } from './personaSheets.ts'
import { titleLine } from './sheetFrame.ts'
import type { SheetSource } from './sheetSource.ts'
import { themeCards } from './themeCards.ts'
import { touchpointSheets } from './touchpointSheets.ts'

export interface SheetChoices {
  readonly journeyId: JourneyId
  readonly wish: SheetWish
  readonly locale: Locale
  readonly style: PosterStyle
  /** Printed, the only time in the file, and part of the ids of cards. */
  readonly day: string
  /** False for a workshop whose ids are made up anew whenever it is read. */
  readonly hasCodes: boolean
}

export interface ComposedSheets {
  readonly job: PosterJob
  /** All pages side by side, to be looked at, and where each lies. */
  readonly scene: Scene
  readonly parts: readonly Rect[]
  /** Characters that no font has, each once. */
  readonly missing: readonly string[]
  /** False when cards or cells have no code: there are none to print, or the paper is too small for them. */
  readonly withCodes: boolean
}

export function composeSheets(
  snapshot: WorkshopSnapshot,
  choices: SheetChoices,
  metrics: FontMetrics,
  pictures: PosterPictures = new Map(),
): ComposedSheets {
  const source = sourceOf(snapshot, choices, metrics)
  const { scenes, withCodes } = pagesOf(source)
  const styled = scenes.map((scene) => styleScene(scene, choices.style))
  const { locale, day } = choices
  const meta = {
    title: `${source.t(`sheets.${choices.wish.kind}`)} – ${titleLine(source)}`,
    subject: source.t(`sheets.${choices.wish.kind}`),
    language: languageTag(locale),
    createdAt: Date.parse(`${day}T00:00:00Z`),
  }
  const missing = [...new Set(styled.flatMap((scene) => missingCharacters(scene, metrics)))]
  const shown = contactSheet(styled)
  const job = { scenes: styled, pictures, meta }
  return { job, scene: shown.scene, parts: shown.areas, missing, withCodes }
}

function sourceOf(snapshot: WorkshopSnapshot, choices: SheetChoices, metrics: FontMetrics): SheetSource {
  const { journeyId, wish, locale, day } = choices
  const journey = snapshot.journeys.get(journeyId)
  if (journey === undefined) throw new Error(`no journey ${journeyId}`)
  const long = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(languageTag(locale), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const at = (text: string): Date => new Date(`${text}T00:00:00Z`)
  return {
    snapshot,
    journey,
    wish,
    hasCodes: choices.hasCodes && snapshot.meta.workshopId !== '',
    metrics,
    theme: PRINT_THEME,
    t: printTranslator(locale),
    labels: mapLabels(locale),
    day,
    date: long.format(at(day)),
    formatDay: (text) => short.format(at(text)),
  }
}

function pagesOf(source: SheetSource): { readonly scenes: readonly Scene[]; readonly withCodes: boolean } {
  const { kind } = source.wish
  switch (kind) {
    case 'persona':
      return { scenes: personaSheets(source), withCodes: false }
    case 'touchpoints':
      return { scenes: touchpointSheets(source), withCodes: false }
    case 'actions':
      return { scenes: actionSheets(source), withCodes: false }
    case 'empty':
      return emptyMap(source)
    case 'cards':
      return { scenes: themeCards(source), withCodes: source.hasCodes }
    default:
      return assertNever(kind satisfies never, 'kind of sheet')
  }
}

/** Sheets on which codes are printed where there are any. */
export function hasPlaceForCodes(kind: SheetKind): boolean {
  return kind === 'empty' || kind === 'cards'
}
