/** Runs the command line inside the test and keeps what it said. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CliIo } from '../../src/cli/CliIo.ts'
import { runCli } from '../../src/cli/runCli.ts'
import type { Locale } from '../../src/i18n/translate.ts'

export async function cliRun(args: readonly string[], locale: Locale = 'en') {
  const said: string[] = []
  const complained: string[] = []
  const io: CliIo = {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    locale,
    today: '2026-11-21',
  }
  const code = await runCli(args, io)
  return { code, said, complained }
}

/** A folder for one test file, and how to remove it. */
export function scratchFolder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-cli-'))
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
