/** `etappe poster`: the map as PDF, by the same layout, fonts and renderer as in the app. */
import type { Locale, Translate } from '../i18n/translate.ts'
import { createFontMetrics } from '../layout/font/fontMetrics.ts'
import type { PosterReport } from '../layout/poster/posterRequest.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { composePoster } from '../poster/composePoster.ts'
import { fitPictures } from '../poster/pictures/fitPictures.ts'
import { LOGO_ID, type PosterError } from '../poster/posterJob.ts'
import { renderPdf } from '../poster/renderPdf.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import type { PosterWish } from './cliCommand.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import { filterOf, readFonts, readLogo } from './posterMaterial.ts'
import { loadFonts } from './loadFonts.ts'
import { picturesOf } from './picturesOf.ts'
import { writeOutput } from './writeOutput.ts'

export async function makePoster(
  { workshop, media }: Pick<LoadedWorkshop, 'workshop' | 'media'>,
  { output, content, ...wish }: PosterWish & { readonly output: string },
  locale: Locale,
  t: Translate,
  io: CliIo,
): Promise<ExitCode> {
  const fonts = await loadFonts()
  if (fonts === undefined) return fail(t('cli.fontsMissing'), io)
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (journey === null) return fail(t('cli.noJourney'), io)
  const filter = filterOf(content, snapshot, journey.id, t)
  if (!filter.ok) return fail(filter.error, io)
  const logo = await readLogo(content.logo, t)
  if (!logo.ok) return fail(logo.error, io)
  const added = await readFonts(content.fonts, t)
  if (!added.ok) return fail(added.error, io)
  const metrics = createFontMetrics(fonts, added.value)
  const { views, showAuthors, showSingleRatings, link, colour } = content
  const map = { views, showAuthors, showSingleRatings, filter: filter.value }
  const choices = { ...wish, journeyId: journey.id, locale, link, colour, logo: logo.value, map }
  const { job, report, missing, unjoined } = composePoster(snapshot, choices, metrics)
  const pictures = new Map(picturesOf(snapshot, media))
  if (logo.value) pictures.set(LOGO_ID, logo.value.bytes)
  const pdf = renderPdf(fitPictures({ ...job, pictures }), metrics)
  if (!pdf.ok) return fail(posterFault(pdf.error, t), io)
  if (!(await writeOutput(output, pdf.value))) return fail(t('cli.outputUnwritable', { value: output }), io)
  warn(report, missing, t, io)
  if (unjoined.length > 0) io.complain(t('cli.unjoined', { value: unjoined.join(' ') }))
  const { cardsShown: shown, cardsInAll: all } = report
  io.say(t('cli.wrotePoster', { value: output, shown, all, size: rounded(report.textSize) }))
  return EXIT.done
}

function fail(line: string, io: CliIo): ExitCode {
  io.complain(line)
  return EXIT.badInput
}

function posterFault(error: PosterError, t: Translate): string {
  if (error.code !== 'page-too-long') return t('cli.posterFailed', { value: error.code })
  const length = Math.round(Math.max(error.width, error.height))
  return t('cli.posterTooLong', { length, longest: error.longest })
}

function warn(report: PosterReport, missing: readonly string[], t: Translate, io: CliIo): void {
  const size = rounded(report.textSize)
  if (!report.fits && report.wantedSize !== null) {
    io.complain(t('cli.smallerText', { wanted: report.wantedSize, size }))
  }
  if (!report.legible) io.complain(t('cli.barelyLegible', { size }))
  if (missing.length > 0) io.complain(t('cli.missingCharacters', { value: missing.join(' ') }))
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10
}
