/** The built relay as people run it: a process of its own with a data folder of its own, on a free port. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

export interface RunningRelay {
  readonly port: number
  readonly protocol: 'http' | 'https'
  /** Ends the process without a word, as a power cut would, and starts it again on the same port and data. */
  readonly killAndRestart: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface RelayOptions {
  readonly tls?: { readonly cert: string; readonly key: string }
}

function launch(
  dataDir: string,
  port: number,
  tls: RelayOptions['tls'],
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(root, 'dist/node/server.mjs')], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      ETAPPE_DATA: dataDir,
      ...(tls === undefined ? {} : { ETAPPE_TLS_CERT: tls.cert, ETAPPE_TLS_KEY: tls.key }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const address = /https?:\/\/localhost:(\d+)\//.exec(output)
      if (address !== null) resolve({ child, port: Number(address[1]) })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`the relay ended with ${code} before it was ready:\n${output}`)),
    )
  })
}

function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

export async function startRelay({ tls }: RelayOptions = {}): Promise<RunningRelay> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etappe-relay-'))
  const first = await launch(dataDir, 0, tls)
  const { port } = first
  let { child } = first
  return {
    port,
    protocol: tls === undefined ? 'http' : 'https',
    killAndRestart: async () => {
      child.kill('SIGKILL')
      await gone(child)
      child = (await launch(dataDir, port, tls)).child
    },
    close: async () => {
      child.kill('SIGTERM')
      await gone(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
