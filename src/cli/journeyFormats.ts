/** Formats of `convert` that hold one journey, by the ending of the output. Tables have ways of their own. */
import { writeHtml } from '../exchange/html/writeHtml.ts'
import { writeMermaid } from '../exchange/mermaid/writeMermaid.ts'
import { writeMinutes } from '../exchange/minutes/writeMinutes.ts'
import { writeXlsx } from '../exchange/xlsx/writeXlsx.ts'
import { htmlTexts, minutesTexts } from '../i18n/exchangeTexts.ts'
import { mapLabels } from '../i18n/mapLabels.ts'
import { languageTag, type Locale } from '../i18n/translate.ts'
import { createFontMetrics } from '../layout/font/fontMetrics.ts'
import { sceneOfExport } from '../layout/sceneOfExport.ts'
import { base64 } from '../layout/svg/base64.ts'
import { isPicture, sceneToSvg } from '../layout/svg/sceneToSvg.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import { drawPng } from './drawPng.ts'
import { loadFonts } from './loadFonts.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'

export interface JourneySource {
  readonly loaded: LoadedWorkshop
  readonly journeyId: JourneyId
  readonly locale: Locale
  /** `2027-04-30` */
  readonly day: string
  /** Of a picture, from left to right. */
  readonly pixels: number
}

export interface JourneyOutput {
  readonly bytes: Uint8Array
  readonly leftOut: Readonly<Record<string, number>>
}

/** Undefined when the fonts that a picture needs are nowhere. */
type Write = (source: JourneySource) => JourneyOutput | undefined | Promise<JourneyOutput | undefined>

/** The map in its printed colours, without names of people, as on a poster. */
async function layOut({ loaded, journeyId, locale }: JourneySource) {
  const fonts = await loadFonts()
  if (fonts === undefined) return undefined
  const metrics = createFontMetrics(fonts)
  const basics = { journeyId, metrics, labels: mapLabels(locale) }
  return { metrics, scene: sceneOfExport(loaded.workshop.snapshot(), basics) }
}

async function drawMap(source: JourneySource): Promise<string | undefined> {
  const laid = await layOut(source)
  if (laid === undefined) return undefined
  const { loaded, journeyId, locale } = source
  const snapshot = loaded.workshop.snapshot()
  return sceneToSvg(laid.scene, {
    metrics: laid.metrics,
    title: snapshot.journeys.get(journeyId)?.title || mapLabels(locale).unnamedJourney,
    language: languageTag(locale),
    pictures: picturesOf(snapshot, loaded.media),
  })
}

/** Pictures as `data:` addresses by the id of their record. */
function picturesOf(snapshot: WorkshopSnapshot, held: LoadedWorkshop['media']): ReadonlyMap<string, string> {
  const byHash = new Map(held.map((file) => [file.sha256, file]))
  return new Map(
    [...snapshot.media.values()].flatMap(({ id, sha256, mime }) => {
      const file = byHash.get(sha256)
      return file === undefined || !isPicture(mime) ? [] : [[id, `data:${mime};base64,${base64(file.bytes)}`]]
    }),
  )
}

function photosOf({ workshop, media }: LoadedWorkshop): ReadonlyMap<string, Uint8Array> {
  const byHash = new Map(media.map(({ sha256, bytes }) => [sha256, bytes]))
  return new Map(
    [...workshop.snapshot().media.values()].flatMap(({ id, sha256, mime }) => {
      const bytes = byHash.get(sha256)
      return bytes === undefined || mime !== 'image/jpeg' ? [] : [[id, bytes]]
    }),
  )
}

const encode = (text: string) => new TextEncoder().encode(text)

export const JOURNEY_FORMATS: Readonly<Record<string, Write>> = {
  '.xlsx': ({ loaded, journeyId, locale }) => {
    const content = new Map(loaded.media.map(({ sha256, bytes }) => [sha256, bytes]))
    return writeXlsx(loaded.workshop.snapshot(), journeyId, content, mapLabels(locale))
  },
  '.mmd': ({ loaded, journeyId, locale }) => {
    const { text, leftOut } = writeMermaid(loaded.workshop.snapshot(), journeyId, mapLabels(locale).unsorted)
    return { bytes: encode(text), leftOut }
  },
  '.svg': async (source) => {
    const svg = await drawMap(source)
    return svg === undefined ? undefined : { bytes: encode(svg), leftOut: {} }
  },
  '.png': async (source) => {
    const laid = await layOut(source)
    if (laid === undefined) return undefined
    const wish = { metrics: laid.metrics, pixels: source.pixels, photos: photosOf(source.loaded) }
    return { bytes: drawPng(laid.scene, wish), leftOut: {} }
  },
  '.html': async (source) => {
    const svg = await drawMap(source)
    if (svg === undefined) return undefined
    const { loaded, journeyId, locale, day } = source
    const wish = { journeyId, svg, language: languageTag(locale), texts: htmlTexts(locale, day) }
    return { bytes: encode(writeHtml(loaded.workshop.snapshot(), wish)), leftOut: {} }
  },
  '.md': ({ loaded, journeyId, locale, day }) => {
    const texts = minutesTexts(locale)
    return {
      bytes: encode(writeMinutes(loaded.workshop.snapshot(), { journeyId, texts, day })),
      leftOut: {},
    }
  },
}
