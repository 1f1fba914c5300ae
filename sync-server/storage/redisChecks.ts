/** What must be true of a Redis before rooms are trusted to it: it takes edits, writes them to its disk and keeps them. */
import type { Logger } from '../../src/shared/logger.ts'
import type { RedisConnection } from './redisConnection.ts'
import { isAway, isReplica } from './redisFailure.ts'
import { RESTORING_KEYS } from './redisRooms.ts'
import { PROBE, PROBE_KEY } from './redisScripts.ts'

/** Rejects when it takes no edits and will not; all else is said in the log. */
export async function checkRedis(redis: RedisConnection, logger: Logger, onlyReads: boolean): Promise<void> {
  if (!onlyReads) await checkWriting(redis, logger)
  await checkSettings(redis, logger)
  if (onlyReads || (await redis.run('EXISTS', RESTORING_KEYS.rooms).catch(() => 0)) !== 1) return
  logger.warn(
    'a restore into this Redis is not finished, nothing of it is here: stop the relays and run it again',
  )
}

/** One that still loads its file will. */
async function checkWriting(redis: RedisConnection, logger: Logger): Promise<void> {
  try {
    await redis.run('EVAL', PROBE, '1', PROBE_KEY)
  } catch (cause) {
    if (isReplica(cause) || /\bNOPERM\b/.test(String(cause))) throw cause
    if (!isAway(cause)) logger.warn('Redis takes no edits now', { cause: String(cause) })
  }
}

/** Some hosts do not let themselves be asked; then the README's word must do. */
async function checkSettings(redis: RedisConnection, logger: Logger): Promise<void> {
  const setting = async (name: string): Promise<string> => {
    return String(entryOf(await redis.run('CONFIG', 'GET', name), name))
  }
  try {
    const [file, sync] = [await setting('appendonly'), await setting('appendfsync')]
    if (file !== 'yes' || sync !== 'always') {
      logger.warn(
        'Redis does not write every edit to its disk: acknowledged edits can be lost when it dies',
        {
          appendonly: file,
          appendfsync: sync,
          needed: 'appendonly yes, appendfsync always',
        },
      )
    }
    const policy = await setting('maxmemory-policy')
    if (!policy.startsWith('allkeys')) return
    logger.warn('Redis throws rooms away when its memory is full', {
      'maxmemory-policy': policy,
      needed: 'maxmemory-policy noeviction',
    })
  } catch (cause) {
    logger.warn('Redis does not tell how it writes its disk; it needs appendonly yes, appendfsync always', {
      cause: String(cause),
    })
  }
}

/** A list of name and value in the older protocol of Redis, a map in the newer one. */
function entryOf(answer: unknown, name: string): unknown {
  if (Array.isArray(answer)) return answer[1]
  if (answer instanceof Map) return answer.get(name)
  return typeof answer === 'object' && answer !== null ? Object.entries(answer)[0]?.[1] : undefined
}
