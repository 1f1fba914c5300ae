/** The relay as people run it: bundled, a process of its own, started and killed by signals. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { waitFor } from './waitFor.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Bundles the relay like `vite build --mode server`, into a folder from which its dependencies resolve. */
export async function bundleRelay(
  name: string,
): Promise<{ readonly script: string; readonly remove: () => Promise<void> }> {
  const outDir = join(root, 'node_modules/.cache/etappe-relay-tests', `${name}-${process.pid}`)
  await build({ root, mode: 'server', logLevel: 'error', build: { outDir } })
  return { script: join(outDir, 'server.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) }
}

export interface RelayProcess {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  /** Once it has printed where it listens. */
  readonly port: () => Promise<number>
  readonly exited: () => Promise<number | null>
}

export interface SpawnOptions {
  /** No file may grow beyond this, as on a disk without space. */
  readonly maxFileKilobytes?: number
}

export function spawnRelay(
  script: string,
  env: Record<string, string>,
  args: string[] = [],
  options: SpawnOptions = {},
): RelayProcess {
  const limit = options.maxFileKilobytes === undefined ? '' : `ulimit -f ${options.maxFileKilobytes}; `
  const command = ['-c', `${limit}exec "$0" "$@"`, process.execPath, script, ...args]
  const child = spawn('bash', command, {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const hasExited = () => child.exitCode !== null || child.signalCode !== null
  return {
    child,
    output: () => output,
    errors: () => errors,
    port: async () => {
      const address = /:(\d+)\/\n/
      await waitFor(`the relay is ready (${errors})`, () => address.test(output) || hasExited())
      const found = address.exec(output)?.[1]
      if (found === undefined) throw new Error(`the relay did not start: ${errors}`)
      return Number(found)
    },
    exited: async () => {
      await waitFor('the relay process ends', hasExited)
      return child.exitCode
    },
  }
}
