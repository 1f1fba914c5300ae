/**
 * Programs the tests drive that npm cannot bring: a browser, PDF tools, Redis. Found, or installed from Debian's
 * packages where this user may; otherwise the run ends with the command to type. Nothing is skipped.
 */
import { spawnSync } from 'node:child_process'
import { fail } from './ensure.mjs'

const needed = [
  { program: 'chromium', debian: 'chromium' },
  { program: 'pdftoppm', debian: 'poppler-utils' },
  { program: 'qpdf', debian: 'qpdf' },
  { program: 'redis-server', debian: 'redis-server' },
  { program: 'openssl', debian: 'openssl' },
]

function missing() {
  return needed.filter(({ program }) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
}

export function ensureSystemTools() {
  const absent = missing()
  if (absent.length === 0) return
  const packages = absent.map(({ debian }) => debian)
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`
  const may = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0
  if (may) {
    process.stdout.write(`Installing ${packages.join(', ')} from Debian …\n`)
    spawnSync('sh', ['-c', command], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const still = missing()
  if (still.length > 0) {
    fail(
      `The tests need ${still.map(({ program }) => program).join(', ')}. On Debian or Ubuntu run:\n  sudo sh -c '${command}'`,
    )
  }
}
