/** `npm run chaos -- --minutes M --seed N`: the storm of tests/e2e/chaos for as long as wanted, on the built relay. */
import { parseArgs } from 'node:util'
import { ensureBuilt, fail, tool } from './ensure.mjs'
import { prepare } from './gates.mjs'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0) || !Number.isSafeInteger(seed) || seed < 0) {
  fail('chaos: --minutes takes a number above 0 and --seed a whole number from 0 on')
}
process.stdout.write(`chaos: ${minutes} minutes with seed ${seed}\n`)
prepare()
ensureBuilt()
tool('vitest', ['run', 'tests/e2e/chaos', '--project', 'browser', '--disable-console-intercept'], {
  env: {
    ETAPPE_CHAOS_SECONDS: String(Math.round(minutes * 60)),
    ETAPPE_CHAOS_SEED: String(seed),
  },
})
