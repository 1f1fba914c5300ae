/**
 * The words behind the relay's name on the command line. One that is not known is an error: a mistyped `--local-https`
 * must not become a start without HTTPS that is noticed when the network goes.
 */
import { err, ok, type Result } from '../src/shared/result.ts'
import type { BACKUP_COMMANDS } from './backup/runBackup.ts'

/** Loaded only when asked for, with what only they need. */
const BACKUPS: typeof BACKUP_COMMANDS = ['backup', 'restore']

export const USAGE = `Usage: npm start                      starts the relay and the app; the README lists the settings
       npm start -- --local-https     the same over HTTPS, with a certificate authority of this machine's own
       npm start -- --no-qr           without the codes to scan
       npm run etappe -- backup FOLDER | restore FOLDER`

export type RelayArguments =
  | { readonly do: 'help' }
  | { readonly do: 'backup'; readonly args: readonly string[] }
  | { readonly do: 'serve'; readonly localHttps: boolean; readonly showQr: boolean }

export function readArguments(args: readonly string[]): Result<RelayArguments, string> {
  if (BACKUPS.some((command) => command === args[0])) return ok({ do: 'backup', args })
  if (args.includes('--help') || args.includes('-h')) return ok({ do: 'help' })
  const unknown = args.find((arg) => arg !== '--local-https' && arg !== '--no-qr')
  if (unknown !== undefined) return err(`"${unknown}" is nothing that the relay knows.\n${USAGE}`)
  return ok({ do: 'serve', localHttps: args.includes('--local-https'), showQr: !args.includes('--no-qr') })
}
