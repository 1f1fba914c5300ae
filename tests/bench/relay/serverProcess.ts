/** One measured server: a process of its own that can be asked for its processor time and memory, stopped and killed. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'

export interface Usage {
  /** User and system time of all threads since the start. */
  readonly cpuMicros: number
  readonly rss: number
  readonly heapUsed: number
  readonly external: number
  /** The longest time without a turn of the event loop, and how much of such a time the process itself worked at most. */
  readonly longestMs: number
  readonly longestWorkedMs: number
}

export interface ServerProcess {
  readonly port: number
  readonly child: ChildProcess
  readonly usage: () => Promise<Usage>
  /** After collecting garbage. */
  readonly settledUsage: () => Promise<Usage>
  /** The stalls so far; they are watched from the first call on. */
  readonly stalls: () => Promise<Usage>
  readonly stop: (signal: NodeJS.Signals) => Promise<void>
  readonly output: () => string
}

export interface ServerCommand {
  readonly script: string
  /** Where it runs, and keeps what it stores. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** With ETAPPE_BENCH_PROFILE=<folder>, servers that end on SIGTERM leave a processor profile there. */
const profiles = process.env['ETAPPE_BENCH_PROFILE']
const PROFILING = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
const PROBE = join(import.meta.dirname, 'servers/probe.mjs')

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export async function startProcess(command: ServerCommand): Promise<ServerProcess> {
  mkdirSync(command.folder, { recursive: true })
  const port = await freePort()
  const child = fork(command.script, [], {
    cwd: command.folder,
    execArgv: ['--import', PROBE, ...PROFILING],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      ...command.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-4_000)
    })
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  running.add(child)
  child.once('exit', () => running.delete(child))
  await waitFor(
    'the server listens',
    async () => {
      if (hasEnded()) throw new Error(`${command.script} did not start: ${output}`)
      return isListening(port)
    },
    60_000,
  )
  return {
    port,
    child,
    usage: () => ask(child, 'usage'),
    settledUsage: () => ask(child, 'memory-collected'),
    stalls: () => ask(child, 'stalls'),
    stop: async (signal) => {
      child.kill(profiles === undefined ? signal : 'SIGTERM')
      await waitFor('the server ends', hasEnded, 60_000)
    },
    output: () => output,
  }
}

function ask(child: ChildProcess, question: 'usage' | 'memory-collected' | 'stalls'): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the server has ended'))
    child.once('exit', onExit)
    child.once('message', (answer) => {
      child.off('exit', onExit)
      resolve(answer as Usage)
    })
    child.send(question)
  })
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

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
