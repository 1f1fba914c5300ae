/** Debian's redis-server with an append-only file in a folder of its own, which can die and come back on its port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { waitFor } from './waitFor.ts'

export interface RedisServer {
  readonly url: string
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** It keeps its connections, but says nothing until `thaw`. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** As somebody at its command line would. */
  readonly command: (name: string, ...args: string[]) => Promise<unknown>
  readonly remove: () => Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'etappe-redis-'))
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always']
  let child: ChildProcess | null = null
  let output = ''
  const start = async () => {
    output = ''
    const started = spawn('redis-server', [...settings, ...durable], { stdio: ['ignore', 'pipe', 'pipe'] })
    started.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child = started
    await waitFor(`redis-server is ready`, () => output.includes('Ready to accept connections'))
  }
  const kill = async () => {
    const running = child
    if (running === null) return
    child = null
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    command: async (...args) => {
      const client = createClient({ url: `redis://127.0.0.1:${port}` })
      await client.connect()
      try {
        return await client.sendCommand(args)
      } finally {
        client.destroy()
      }
    },
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
