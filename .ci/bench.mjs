/** `npm run bench`: builds, then measures against named peers in the same run and prints ratios. Takes minutes. */
import { ensureBuilt, tool } from './ensure.mjs'
import { prepare } from './gates.mjs'

prepare()
ensureBuilt()
tool('vitest', [
  'run',
  '--project',
  'bench',
  ...process.argv.slice(2),
  '--reporter=default',
  '--disable-console-intercept',
])
