/** `etappe convert`: a workshop into another format, chosen by the name of the output. */
import { zipSync } from 'fflate'
import { extname } from 'node:path'
import { writeJson } from '../exchange/json/writeJson.ts'
import { writeTableFiles } from '../exchange/tablesOut/writeTableArchive.ts'
import type { Translate } from '../i18n/translate.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import { packWorkshopFile } from './packWorkshopFile.ts'
import { type OutputFile, writeFolder, writeOutput } from './writeOutput.ts'

/** The earliest time a zip can hold: the same input gives the same bytes. */
const ZIP_EPOCH = '1980-01-01T00:00:00'

export async function convert(
  loaded: LoadedWorkshop,
  output: string,
  t: Translate,
  io: CliIo,
): Promise<ExitCode> {
  if (lacksJourney(loaded, output)) {
    io.complain(t('cli.noJourney'))
    return EXIT.badInput
  }
  const written = await write(loaded, output, t, io)
  if (written) io.say(t('cli.wrote', { value: output }))
  else io.complain(t('cli.outputUnwritable', { value: output }))
  return written ? EXIT.done : EXIT.badInput
}

async function write(loaded: LoadedWorkshop, output: string, t: Translate, io: CliIo): Promise<boolean> {
  const snapshot = loaded.workshop.snapshot()
  switch (extname(output).toLowerCase()) {
    case '.json':
      return writeOutput(output, new TextEncoder().encode(writeJson(snapshot)))
    case '.etappe':
      return writeOutput(output, await packWorkshopFile(loaded))
    case '.zip':
      return writeOutput(output, zipSync(asArchive(tableFiles(loaded, t, io)), { mtime: ZIP_EPOCH }))
    default:
      return writeFolder(output, tableFiles(loaded, t, io))
  }
}

/** Tables hold one journey; a workshop file may have none. */
function lacksJourney({ workshop }: LoadedWorkshop, output: string): boolean {
  const isTables = !['.json', '.etappe'].includes(extname(output).toLowerCase())
  return isTables && mainJourney(workshop.snapshot()) === null
}

/** The tables and the files that were kept beside the document. */
function tableFiles({ workshop, media }: LoadedWorkshop, t: Translate, io: CliIo): readonly OutputFile[] {
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('a workshop without a journey has no tables')
  const content = new Map(media.map(({ sha256, bytes }) => [sha256, bytes]))
  const { files, leftOut } = writeTableFiles(snapshot, journey.id, content)
  const names = Object.entries(leftOut).map(([kind, count]) => `${kind} ${count}`)
  if (names.length > 0) io.complain(t('cli.leftOut', { value: names.join(', ') }))
  return files
}

function asArchive(files: readonly OutputFile[]): Record<string, Uint8Array> {
  return Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
}
