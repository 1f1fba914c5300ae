/**
 * `npm run fuzz -- --seed N --ops M`: random workshops through the real storage and a network that fails, on a fake
 * IndexedDB, where the same seed is the same run. `--world N` plays one world again (`--rules V` if it was drawn by older
 * rules); `--browser` takes Chromium's own. At the end: what was done by all processes together, and what was checked.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, root, tool } from './ensure.mjs'
import { prepare } from './gates.mjs'

const CHECKED = [
  'what a device said was saved is on its disk, whenever it is read again',
  'a page comes to say "saved" once its faults are over',
  'two tabs of a device hold the same; what one has reaches the relay through the other',
  'what a page shows is what a fresh reading of its bytes shows',
  'every page and every disk holds and draws the same in the end, each read anew',
  'every word that nobody deleted or took back is somewhere; every card, column and contact point is seen once',
  'undo leaves no hole; ratings and dots count once; the bin is in sight',
  'what a newer app wrote is whole everywhere; an app that it shut out changes not a byte and offers no undo',
  'what a device of schema 1 wrote offline comes in',
]

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    ops: { type: 'string' },
    world: { type: 'string' },
    rules: { type: 'string' },
    browser: { type: 'boolean', default: false },
  },
})

function wholeNumber(name, text) {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) fail(`fuzz: --${name} takes a whole number from 0 on`)
  return String(number)
}

const ops = wholeNumber('ops', values.ops ?? (values.browser ? '10000' : '100000'))
const seed = wholeNumber('seed', values.seed)
const world = values.world === undefined ? {} : { ETAPPE_FUZZ_WORLD: wholeNumber('world', values.world) }
const rules = values.rules === undefined ? {} : { ETAPPE_FUZZ_RULES: wholeNumber('rules', values.rules) }
const where = values.browser ? "Chromium's IndexedDB" : 'a fake IndexedDB'
process.stdout.write(
  values.world === undefined
    ? `fuzz: seed ${seed}, ${ops} operations on ${where}\n`
    : `fuzz: world ${values.world} on ${where}\n`,
)
prepare()
// Its own, because two runs may go on at the same time.
const reports = join(root, '.cache', 'reports', `fuzz-${process.pid}`)
const shares = values.world === undefined ? 'share' : 'share1.'
const project = values.browser
  ? ['tests/e2e/storage/fuzz.test.ts', '--project', 'browser']
  : [`tests/convergence/storage/${shares}`, '--project', 'convergence']
tool('vitest', ['run', ...project, '--disable-console-intercept'], {
  env: { ETAPPE_FUZZ_SEED: seed, ETAPPE_FUZZ_OPS: ops, ETAPPE_FUZZ_REPORT: reports, ...world, ...rules },
})
sayTotal()

function sayTotal() {
  const names = existsSync(reports) ? readdirSync(reports) : []
  const parts = names.map((name) => JSON.parse(readFileSync(join(reports, name), 'utf8')))
  rmSync(reports, { recursive: true, force: true })
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0)
  const faults = parts.flatMap((part) => part.faults).reduce((total, [, many]) => total + many, 0)
  const lines = [
    `\nfuzz: seed ${seed} in ${parts.length} parts: ${sum('effective')} operations that changed the workshop, of ${sum('acted')}`,
    `${sum('worlds')} worlds, ${faults} faults, ${sum('reloads')} times read from disk, ${sum('quiet')} quiet moments,` +
      ` ${sum('checks')} pages and disks compared at the end; edits lost: 0`,
    `checked:\n${CHECKED.map((line) => `- ${line}`).join('\n')}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
