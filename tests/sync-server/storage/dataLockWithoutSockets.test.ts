import { readdirSync } from 'node:fs'
import type * as Net from 'node:net'
import { expect, it, vi } from 'vitest'
import { createSyncServer } from '../../../sync-server/createSyncServer.ts'
import { lockDataFolder } from '../../../sync-server/storage/dataLock.ts'
import { createLogSink, startRelay, temporaryFolder } from '../helpers/startRelay.ts'

/** Folders on such disks, and what they answer. */
const refusals = vi.hoisted(() => new Map<string, string>())

vi.mock('node:net', async (importOriginal) => {
  const net = await importOriginal<typeof Net>()
  const createServer = (...args: Parameters<typeof net.createServer>): Net.Server => {
    const server = net.createServer(...args)
    const listen = server.listen.bind(server) as (...given: unknown[]) => Net.Server
    const refusing = (...given: unknown[]): Net.Server => {
      const [path] = given
      const folder = [...refusals.keys()].find((each) => typeof path === 'string' && path.startsWith(each))
      if (folder === undefined) return listen(...given)
      const code = refusals.get(folder) ?? ''
      queueMicrotask(() => server.emit('error', Object.assign(new Error(`listen ${code}`), { code })))
      return server
    }
    return Object.assign(server, { listen: refusing })
  }
  return { ...net, createServer }
})

it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP'])(
  'a data folder on a disk that takes no sockets (%s) is locked for the relays of this machine',
  async (code) => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    for (const each of [folder, other]) refusals.set(each, code)
    const lock = await lockDataFolder(folder)
    if (!lock.ok) throw new Error('it must be free')
    expect([lock.value.takesNoSockets, readdirSync(folder)]).toEqual([true, []])
    expect((await lockDataFolder(folder)).ok).toBe(false)
    for (const free of [other, folder]) {
      if (free === folder) await lock.value.release()
      const again = await lockDataFolder(free)
      expect(again.ok).toBe(true)
      if (again.ok) await again.value.release()
    }
  },
)

it('a relay on such a disk says that it cannot see those of other machines; in a folder it may not write it does not start', async () => {
  const dataDir = await temporaryFolder()
  refusals.set(dataDir, 'ENOTSUP')
  const relay = await startRelay({ dataDir })
  expect(relay.log.join('\n')).toContain('the disk of the data folder takes no lock')
  await relay.server.close()
  refusals.set(dataDir, 'EACCES')
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    appDir: dataDir,
    tls: null,
    origins: [],
    creationToken: null,
  }
  const started = await createSyncServer({ config, logger: createLogSink().logger })
  if (started.ok) return started.value.close().then(() => expect.fail('it must not start'))
  expect(started.error).toMatchObject({ code: 'data-unusable', message: expect.stringContaining('EACCES') })
})
