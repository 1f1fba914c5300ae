/** The command line's entry: the only file of it that touches the process. Bundled as `dist/node/etappe.mjs`. */
import process from 'node:process'
import { systemClock } from '../shared/clock.ts'
import { runCli } from './runCli.ts'

const { LC_ALL, LC_MESSAGES, LANG } = process.env
const language = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')

/** The day it is here, not in Greenwich. */
function today(): string {
  const now = new Date(systemClock.now())
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

process.exitCode = await runCli(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  locale: language?.toLowerCase().startsWith('de') === true ? 'de' : 'en',
  today: today(),
})
