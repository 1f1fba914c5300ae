/**
 * `npm run fuzz -- --seed N --ops M`: random workshops through the real storage and a network that fails, on a fake
 * IndexedDB, where the same seed is the same run. `--world N` plays one world again; `--browser` takes Chromium's own.
 */
import { parseArgs } from 'node:util'
import { fail, tool } from './ensure.mjs'
import { prepare } from './gates.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    ops: { type: 'string' },
    world: { type: 'string' },
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
const where = values.browser ? "Chromium's IndexedDB" : 'a fake IndexedDB'
process.stdout.write(
  values.world === undefined
    ? `fuzz: seed ${seed}, ${ops} operations on ${where}\n`
    : `fuzz: world ${values.world} on ${where}\n`,
)
prepare()
const project = values.browser
  ? ['tests/e2e/storage/fuzz.test.ts', '--project', 'browser']
  : ['tests/convergence/storage', '--project', 'convergence']
tool('vitest', ['run', ...project, '-t', 'lose nothing', '--disable-console-intercept'], {
  env: { ETAPPE_FUZZ_SEED: seed, ETAPPE_FUZZ_OPS: ops, ...world },
})
