/** `etappe convert`: a workshop into another format, chosen by the name of the output. */
import { extname } from 'node:path'
import { writeTableArchive, writeTableFiles } from '../exchange/tablesOut/writeTableArchive.ts'
import { type Locale, translator } from '../i18n/translate.ts'
import type { JourneyId } from '../model/records/journey.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import { DOCUMENT_FORMATS } from './documentFormats.ts'
import { JOURNEY_FORMATS, type JourneySource } from './journeyFormats.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import { writeFolder, writeOutput } from './writeOutput.ts'

/** Endings that `convert` writes; a name without one is a folder of tables. */
export const CONVERT_ENDINGS: readonly string[] = [
  ...Object.keys(DOCUMENT_FORMATS),
  ...Object.keys(JOURNEY_FORMATS),
  '.zip',
  '',
]

export async function convert(
  loaded: LoadedWorkshop,
  { output, pixels }: { readonly output: string; readonly pixels: number },
  locale: Locale,
  io: CliIo,
): Promise<ExitCode> {
  const t = translator(locale)
  const ending = extname(output).toLowerCase()
  const whole = DOCUMENT_FORMATS[ending]
  if (whole !== undefined) return finish(await writeOutput(output, await whole(loaded)))
  const journey = mainJourney(loaded.workshop.snapshot())
  if (journey === null) {
    io.complain(t('cli.noJourney'))
    return EXIT.badInput
  }
  const journeyFormat = JOURNEY_FORMATS[ending]
  if (journeyFormat === undefined) return finish(await writeTables(journey.id))
  const source: JourneySource = { loaded, journeyId: journey.id, locale, day: io.today, pixels }
  const made = await journeyFormat(source)
  if (made === undefined) {
    io.complain(t('cli.fontsMissing'))
    return EXIT.badInput
  }
  sayLeftOut(made.leftOut)
  return finish(await writeOutput(output, made.bytes))

  async function writeTables(journeyId: JourneyId): Promise<boolean> {
    const content = contentOf(loaded)
    // Tables that came undefused are a program's: it gets back what it gave.
    const options = { defused: loaded.hasLiveCells !== true }
    const snapshot = loaded.workshop.snapshot()
    if (ending === '.zip') {
      const { bytes, leftOut } = writeTableArchive(snapshot, journeyId, content, options)
      sayLeftOut(leftOut)
      return writeOutput(output, bytes)
    }
    const { files, leftOut } = writeTableFiles(snapshot, journeyId, content, options)
    sayLeftOut(leftOut)
    return writeFolder(output, files)
  }

  function sayLeftOut(leftOut: Readonly<Record<string, number>>): void {
    const names = Object.entries(leftOut).map(([kind, count]) => `${kind} ${count}`)
    if (names.length > 0) io.complain(t('cli.leftOut', { value: names.join(', ') }))
  }

  function finish(written: boolean): ExitCode {
    if (written) io.say(t('cli.wrote', { value: output }))
    else io.complain(t('cli.outputUnwritable', { value: output }))
    return written ? EXIT.done : EXIT.badInput
  }
}

/** The bytes of what lies beside the document, by their hash. */
function contentOf({ media }: LoadedWorkshop): ReadonlyMap<string, Uint8Array> {
  return new Map(media.map(({ sha256, bytes }) => [sha256, bytes]))
}
