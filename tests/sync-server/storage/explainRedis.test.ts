import { createClient } from '@redis/client'
import { expect, it, onTestFinished } from 'vitest'
import { runBackup } from '../../../sync-server/backup/runBackup.ts'
import { startRedis } from '../helpers/redisServer.ts'
import { startRelay, temporaryFolder } from '../helpers/startRelay.ts'

it('a missing or wrong password for Redis is named as such, and never repeated', async () => {
  const redis = await startRedis()
  onTestFinished(redis.remove)
  const admin = createClient({ url: redis.url })
  admin.on('error', () => undefined)
  await admin.connect()
  await admin.sendCommand(['CONFIG', 'SET', 'requirepass', 'secret'])
  admin.destroy()
  const refused = async (redisUrl: string) => {
    const started = await startRelay({ config: { redisUrl } }).then(
      () => 'started',
      (cause: unknown) => String(cause),
    )
    const dataDir = await temporaryFolder()
    const backup = await runBackup(['backup', `${dataDir}-x`], { dataDir, redisUrl }, { now: () => 0 })
    expect(started).toContain(backup.ok ? 'a refusal' : backup.error)
    expect(started).not.toMatch(/Start it|guess/)
    return started
  }
  const guessed = redis.url.replace('//', '//:guess@')
  expect(await refused(redis.url)).toContain('a password that ETAPPE_REDIS_URL lacks')
  expect(await refused(guessed)).toContain('refuses the user or password in ETAPPE_REDIS_URL')
})
