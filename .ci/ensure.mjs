/**
 * What every command needs before anything is installed: Node's version, the dependencies, the build. Plain JavaScript
 * without imports from npm, because it runs on a machine that has only Node and git. A second run costs milliseconds:
 * a fingerprint of the inputs stands beside each result.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const installStamp = join(root, 'node_modules', '.etappe-installed')
const buildStamp = join(root, 'dist', '.built')
const buildInputs = [
  'src',
  'sync-server',
  'public',
  '.ci/vite',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

export function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

/** Runs a command with its output shown; ends this process with a sentence when it fails. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status === 0) return result.stdout ?? ''
  if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return fail(
    `${command} ${args.join(' ')} failed (${result.error?.message ?? `exit code ${result.status}`}).`,
  )
}

/** Runs a tool from node_modules without going through npx, which may ask the network. */
export function tool(name, args, options) {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  const bins = typeof manifest.bin === 'string' ? { [name.split('/').pop()]: manifest.bin } : manifest.bin
  const file = bins[name.split('/').pop()] ?? Object.values(bins)[0]
  return run(process.execPath, [join(root, 'node_modules', name, file), ...args], options)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Etappe needs Node.js 20.19 or newer; this is ${process.versions.node}. Get it from nodejs.org, then run the command again.`,
  )
}

function installFingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256')
    .update(lock)
    .update(process.platform)
    .update(process.arch)
    .update(process.versions.modules)
    .digest('hex')
}

/**
 * Installs the dependencies if they are missing or belong to another lock file, Node version or kind of machine. Not
 * `npm ci`: it refuses a lock that lacks the optional binaries of other platforms, which is how npm writes it where a
 * registry does not carry them. `--no-save` keeps to the lock and leaves it as it is.
 */
export function ensureInstalled() {
  checkNode()
  const fingerprint = installFingerprint()
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === fingerprint) return
  process.stdout.write('Installing dependencies (once, a minute or two) …\n')
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
  ])
  writeFileSync(installStamp, fingerprint)
}

function* filesBelow(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}

function buildFingerprint() {
  const hash = createHash('sha256').update(process.env.VITE_TLDRAW_LICENSE_KEY ?? '')
  for (const input of buildInputs) {
    for (const file of filesBelow(join(root, input))) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Builds app, relay and command line into dist/ if any source changed since the last build. */
export function ensureBuilt() {
  const fingerprint = buildFingerprint()
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === fingerprint) return
  process.stdout.write('Building app, relay and command line …\n')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  tool('vite', ['build', '--logLevel', 'error'], { quiet: true })
  tool('vite', ['build', '--mode', 'server', '--logLevel', 'error'], { quiet: true })
  tool('vite', ['build', '--mode', 'cli', '--logLevel', 'error'], { quiet: true })
  writeFileSync(buildStamp, fingerprint)
}
