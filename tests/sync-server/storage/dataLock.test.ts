import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, renameSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { lockDataFolder } from '../../../sync-server/storage/dataLock.ts'
import { temporaryFolder } from '../helpers/startRelay.ts'

const root = resolve(import.meta.dirname, '../../..')
const outDir = join(root, 'node_modules/.cache/etappe-relay-tests', `lock-${process.pid}`)

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../helpers/lockContender.ts', import.meta.url))
  const output = { entryFileNames: 'contender.mjs' }
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir, ssr: entry, rollupOptions: { output } },
  })
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

function contend(): ChildProcess {
  const child = fork(join(outDir, 'contender.mjs'), { execArgv: [] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

const tell = (child: ChildProcess, folder: string | null) =>
  new Promise<string>((resolve) => {
    child.once('message', (answer: string) => resolve(answer))
    child.send(folder as never)
  })

/** What a relay leaves that was killed while it held the folder. */
async function leaveBehind(folder: string): Promise<void> {
  const lock = await lockDataFolder(folder)
  if (!lock.ok) throw new Error('the folder is in use')
  const files = readdirSync(folder).map((name) => join(folder, name))
  for (const file of files) renameSync(file, `${file}-aside`)
  await lock.value.release()
  for (const file of files) renameSync(`${file}-aside`, file)
}

const gotIt = (answers: string[]) => answers.filter((answer) => answer === 'got it').length

it('of several relays that start at once where one was killed, exactly one gets the data folder', async () => {
  const folder = await temporaryFolder()
  const relays = Array.from({ length: 5 }, contend)
  for (let round = 0; round < 100; round += 1) {
    await leaveBehind(folder)
    const answers = await Promise.all(relays.map((relay) => tell(relay, folder)))
    expect(gotIt(answers), `round ${round}: ${answers.join()}`).toBe(1)
    expect(readdirSync(folder)).toHaveLength(1)
    await Promise.all(relays.map((relay) => tell(relay, null)))
    expect(readdirSync(folder)).toEqual([])
  }
}, 60_000)

it('a folder is free at once when the relay that had it was killed, and not before', async () => {
  const folder = await temporaryFolder()
  const [first, second] = [contend(), contend()]
  expect(await tell(first, folder)).toBe('got it')
  expect(await tell(second, folder)).toBe('in-use')
  expect(await tell(second, folder)).toBe('in-use')
  const exited = new Promise((resolve) => first.once('exit', resolve))
  first.kill('SIGKILL')
  await exited
  expect(readdirSync(folder)).toHaveLength(1)
  expect(await tell(second, folder)).toBe('got it')
  expect(readdirSync(folder)).toHaveLength(1)
}, 30_000)

it('a folder whose path is too long for a socket is locked all the same, and only that one', async () => {
  const folders = ['a', 'b'].map((name) =>
    join(tmpdir(), `etappe-relay-${process.pid}`, 'x'.repeat(120), name),
  )
  onTestFinished(() => rm(dirname(dirname(folders[0] ?? '')), { recursive: true, force: true }))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  const locks = []
  for (const folder of folders) {
    const lock = await lockDataFolder(folder)
    expect([lock.ok, readdirSync(folder), (await lockDataFolder(folder)).ok]).toEqual([true, [], false])
    if (lock.ok) locks.push(lock.value)
  }
  for (const lock of locks) await lock.release()
  for (const folder of folders) {
    const again = await lockDataFolder(folder)
    expect(again.ok).toBe(true)
    if (again.ok) await again.value.release()
  }
})

it.each([
  ['letters of several bytes', 40, null],
  ['a long folder for temporary files', 120, 24],
  ['a very long one', 120, 90],
])('a path with %s is no reason to refuse a data folder', async (_what, letters, temporary) => {
  const top = await temporaryFolder()
  const folder = join(top, 'ü'.repeat(letters))
  await mkdir(folder)
  if (temporary !== null) {
    const elsewhere = join(top, 't'.repeat(temporary))
    await mkdir(elsewhere)
    vi.stubEnv('TMPDIR', elsewhere)
    onTestFinished(() => void vi.unstubAllEnvs())
  }
  const lock = await lockDataFolder(folder)
  expect([lock.ok, (await lockDataFolder(folder)).ok]).toEqual([true, false])
  if (lock.ok) await lock.value.release()
  const again = await lockDataFolder(folder)
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.release()
})
