/** `etappe convert`: a workshop into another format, chosen by the name of the output. */
import { zipSync } from 'fflate'
import { extname } from 'node:path'
import { writeJson } from '../exchange/json/writeJson.ts'
import { writeTables } from '../exchange/tablesOut/writeTables.ts'
import type { Translate } from '../i18n/translate.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import type { LoadedWorkshop } from './loadWorkshop.ts'
import { type OutputFile, writeFolder, writeOutput } from './writeOutput.ts'

/** The earliest time a zip can hold: the same input gives the same bytes. */
const ZIP_EPOCH = '1980-01-01T00:00:00'

export async function convert(
  loaded: LoadedWorkshop,
  output: string,
  t: Translate,
  io: CliIo,
): Promise<ExitCode> {
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
    case '.zip':
      return writeOutput(output, zipSync(asArchive(tableFiles(loaded, t, io)), { mtime: ZIP_EPOCH }))
    default:
      return writeFolder(output, tableFiles(loaded, t, io))
  }
}

/** The tables and the files that were kept beside the document. */
function tableFiles({ workshop, plan }: LoadedWorkshop, t: Translate, io: CliIo): OutputFile[] {
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('an imported workshop has no journey')
  const { files, leftOut } = writeTables(snapshot, journey.id)
  const { attachments: _, ...lost } = leftOut
  const names = Object.entries(lost).map(([kind, count]) => `${kind} ${count}`)
  if (names.length > 0) io.complain(t('cli.leftOut', { value: names.join(', ') }))
  return [
    ...files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    ...plan.attachments.map(({ name, content }) => ({ name, bytes: content })),
  ]
}

function asArchive(files: readonly OutputFile[]): Record<string, Uint8Array> {
  return Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
}
