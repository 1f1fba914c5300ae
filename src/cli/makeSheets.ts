/** `etappe poster --sheet`: paper that is no poster, by the same pages, fonts and renderer as in the app. */
import type { Locale, Translate } from '../i18n/translate.ts'
import { createFontMetrics } from '../layout/font/fontMetrics.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { fitPictures } from '../poster/pictures/fitPictures.ts'
import { renderPdf } from '../poster/renderPdf.ts'
import { composeSheets, hasPlaceForCodes } from '../poster/sheets/composeSheets.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import type { SheetsCommand } from './cliCommand.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import { loadFonts } from './loadFonts.ts'
import { picturesOf } from './picturesOf.ts'
import { writeOutput } from './writeOutput.ts'

export async function makeSheets(
  { workshop, media, writtenAt }: LoadedWorkshop,
  { output, wish, style, day }: SheetsCommand,
  locale: Locale,
  t: Translate,
  io: CliIo,
): Promise<ExitCode> {
  const fail = (line: string): ExitCode => {
    io.complain(line)
    return EXIT.badInput
  }
  const fonts = await loadFonts()
  if (fonts === undefined) return fail(t('cli.fontsMissing'))
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (journey === null) return fail(t('cli.noJourney'))
  const metrics = createFontMetrics(fonts)
  // Tables have no ids that last: a code made of them would lead nowhere in the app.
  const hasCodes = writtenAt !== null
  const choices = { journeyId: journey.id, wish, locale, style, day, hasCodes }
  const { job, missing, withCodes } = composeSheets(snapshot, choices, metrics)
  const pictures = picturesOf(snapshot, media)
  const pdf = renderPdf(fitPictures({ ...job, pictures }), metrics)
  if (!pdf.ok) return fail(t('cli.posterFailed', { value: pdf.error.code }))
  if (!(await writeOutput(output, pdf.value))) return fail(t('cli.outputUnwritable', { value: output }))
  if (missing.length > 0) io.complain(t('cli.missingCharacters', { value: missing.join(' ') }))
  if (hasPlaceForCodes(wish.kind) && !withCodes) {
    io.complain(t(hasCodes ? 'cli.cellsTooSmall' : 'cli.codesNeedFile'))
  }
  io.say(t('cli.wroteSheets', { value: output, n: job.scenes.length }))
  return EXIT.done
}
