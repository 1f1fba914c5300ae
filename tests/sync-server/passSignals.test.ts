/** How `npm start` and its relay end with one another: by a signal to npm, which ends without a word to what it has started, or to the relay. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { waitFor } from './helpers/waitFor.ts'

const PASS_SIGNALS = join(import.meta.dirname, '../../.ci/passSignals.mjs')

/** A stand-in for the relay that says its process id and when it was asked to stop. */
const RELAY = `
  console.log('relay ' + process.pid)
  setInterval(() => undefined, 1000)
  process.on('SIGTERM', () => { console.log('stopped'); process.exit(0) })`
const LAUNCHER = `
  import { spawn } from 'node:child_process'
  import { endWith, passSignals } from ${JSON.stringify(PASS_SIGNALS)}
  const child = spawn(process.execPath, ['-e', process.env.RELAY], { stdio: 'inherit' })
  passSignals(child)
  endWith(child)`
const NPM = `
  const { spawn } = require('node:child_process')
  spawn(process.execPath, ['--input-type=module', '-e', process.env.LAUNCHER], { stdio: 'inherit' })`

it('a relay stops in order when npm, which has started it, is ended', { timeout: 60_000 }, async () => {
  const npm = spawn(process.execPath, ['-e', NPM], {
    env: { PATH: process.env['PATH'], RELAY, LAUNCHER, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  npm.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const relayPid = () => Number(/relay (\d+)/.exec(said)?.[1] ?? Number.NaN)
  await waitFor('the relay', () => relayPid() > 0, 30_000)
  onTestFinished(() => {
    if (!said.includes('stopped')) process.kill(relayPid(), 'SIGKILL')
  })
  npm.kill('SIGKILL')
  await waitFor('stopped', () => said.includes('stopped'), 30_000)
  expect(said).toContain('stopped')
})

it('a relay that is killed ends the command with a word and as a failure', { timeout: 60_000 }, async () => {
  const command = spawn(process.execPath, ['--input-type=module', '-e', LAUNCHER], {
    env: { PATH: process.env['PATH'], RELAY },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => command.once('close', (code) => resolve(code)))
  const relayPid = () => Number(/relay (\d+)/.exec(said.join(''))?.[1] ?? Number.NaN)
  await waitFor('the relay', () => relayPid() > 0, 30_000)
  process.kill(relayPid(), 'SIGKILL')
  expect(await ended).toBe(1)
  expect(said.join('')).toContain('was ended from outside (SIGKILL)')
})
