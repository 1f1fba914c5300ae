/** One run of the command line: words in, exit code out. Messages go to standard error, in the language asked for. */
import { extname } from 'node:path'
import { FILE_EXTENSION } from '../exchange/workshopFile/fileFormat.ts'
import { LOCALES, type Locale, translator } from '../i18n/translate.ts'
import { type CliIo, EXIT, type ExitCode } from './CliIo.ts'
import type { CliCommand } from './cliCommand.ts'
import { convert } from './convert.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import { loadWorkshop } from './loadWorkshop.ts'
import { makePoster } from './makePoster.ts'
import { makeSheets } from './makeSheets.ts'
import { GUESSED_NOTES } from './notesOptions.ts'
import { parseCommand } from './parseCommand.ts'

export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const wanted = wantedLanguage(args)
  const locale = LOCALES.find((known) => known === (wanted ?? io.locale))
  const t = translator(locale ?? io.locale)
  const command = parseCommand(args, io.today)
  if (!command.ok) {
    io.complain(t(`cli.${command.error.code}`, { value: command.error.value }))
    io.complain(t('cli.usage'))
    return EXIT.wrongUse
  }
  if (locale === undefined) {
    io.complain(t('cli.unknownLanguage', { value: wanted ?? '' }))
    io.complain(t('cli.usage'))
    return EXIT.wrongUse
  }
  if (command.value.kind === 'help') {
    io.say(t('cli.help'))
    return EXIT.done
  }
  const code = await carryOut(command.value, locale, io)
  if (code !== EXIT.done) io.complain(t('cli.nothingWritten'))
  return code
}

/** Looked for first, because complaints about the other words are made in it. */
function wantedLanguage(args: readonly string[]): string | undefined {
  const at = args.lastIndexOf('--lang')
  const joined = args.findLast((word) => word.startsWith('--lang='))
  return joined?.slice('--lang='.length) ?? (at < 0 ? undefined : args[at + 1])
}

/** What ends in a workshop file is opened, worked on and merged by devices. */
function livesOn(output: string): boolean {
  return extname(output).toLowerCase() === `.${FILE_EXTENSION}`
}

async function carryOut(
  command: Exclude<CliCommand, { kind: 'help' }>,
  locale: Locale,
  io: CliIo,
): Promise<ExitCode> {
  const t = translator(locale)
  const notes = command.kind === 'convert' ? command.notes : GUESSED_NOTES
  const wish = { path: command.input, livesOn: livesOn(command.output), notes }
  const loaded = await loadWorkshop(wish, locale, t, io)
  if (loaded === undefined) return EXIT.badInput
  const { workshop } = loaded
  const code = await doneWith(loaded)
  workshop.destroy()
  return code

  function doneWith(workshopInMemory: LoadedWorkshop): Promise<ExitCode> {
    switch (command.kind) {
      case 'convert':
        return convert(workshopInMemory, command, locale, io)
      case 'poster':
        return makePoster(workshopInMemory, command, locale, t, io)
      case 'sheets':
        return makeSheets(workshopInMemory, command, locale, t, io)
    }
  }
}
