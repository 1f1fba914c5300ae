import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockDataFolder } from '../../../sync-server/storage/dataLock.ts'
import { temporaryFolder } from '../helpers/startRelay.ts'

it('of several relays that start at once where one was killed, exactly one gets the data folder', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'relay.lock')
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`
  await new Promise((resolve) => spawn(process.execPath, ['-e', script]).once('exit', resolve))
  expect(readdirSync(folder)).toEqual(['relay.lock'])
  const locks = await Promise.all(Array.from({ length: 8 }, () => lockDataFolder(folder)))
  const got = locks.filter((lock) => lock.ok)
  expect(got.length).toBe(1)
  expect(readdirSync(folder)).toEqual(['relay.lock'])
  expect((await lockDataFolder(folder)).ok).toBe(false)
  for (const lock of got) if (lock.ok) await lock.value.release()
  const again = await lockDataFolder(folder)
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.release()
})
