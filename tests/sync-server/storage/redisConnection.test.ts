import { expect, it, onTestFinished } from 'vitest'
import { connectRedis } from '../../../sync-server/storage/redisConnection.ts'
import { startRedis } from '../helpers/redisServer.ts'
import { createLogSink } from '../helpers/startRelay.ts'
import { waitFor } from '../helpers/waitFor.ts'

it('a Redis that says nothing more is given up, and used again when it speaks', async () => {
  const server = await startRedis()
  onTestFinished(server.remove)
  const { logger, lines } = createLogSink()
  const redis = await connectRedis(server.url, logger, 400)
  onTestFinished(redis.close)
  const heard: string[] = []
  await redis.listen(
    'news',
    (message) => heard.push(message.toString()),
    () => heard.push('again'),
  )
  server.freeze()
  await expect(redis.run('SET', 'key', 'value')).rejects.toThrow()
  server.thaw()
  await waitFor('said', () => lines.some((line) => line.includes('the connection to Redis failed')))
  const answer = () => redis.run('SET', 'key', 'value').then(String, () => null)
  await waitFor('used again', async () => (await answer()) === 'OK')
  await waitFor('listened again', () => heard.includes('again'))
  heard.length = 0
  await waitFor('heard', async () => {
    await redis.run('PUBLISH', 'news', 'word').catch(() => null)
    return heard.includes('word')
  })
})

it('a Redis that has nothing to say is not given up', async () => {
  const server = await startRedis()
  onTestFinished(server.remove)
  const { logger, lines } = createLogSink()
  const redis = await connectRedis(server.url, logger, 3_000)
  onTestFinished(redis.close)
  let again = 0
  await redis.listen(
    'news',
    () => undefined,
    () => (again += 1),
  )
  const pings = async () =>
    Number(/cmdstat_ping:calls=(\d+)/.exec(String(await redis.run('INFO', 'commandstats')))?.[1] ?? 0)
  await waitFor('both asked a few times', async () => (await pings()) >= 8, 60_000)
  expect([again, lines]).toEqual([0, []])
})
