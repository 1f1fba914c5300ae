/**
 * The two connections to Redis, one for commands and one that listens, as a few typed calls in bytes. A command that
 * cannot be sent fails at once instead of waiting: clients must hear that nothing is acknowledged now.
 */
import { type RedisArgument, RESP_TYPES, createClient } from '@redis/client'
import type { Logger } from '../../src/shared/logger.ts'
import { isAway, isReplica } from './redisFailure.ts'
import { createRedisListeners, type RedisListeners } from './redisListeners.ts'
import { PROBE, PROBE_KEY } from './redisScripts.ts'

export interface RedisConnection {
  readonly run: (...args: RedisArgument[]) => Promise<unknown>
  readonly listen: RedisListeners['listen']
  /**
   * Resolves at the moment when Redis takes edits: both connections are there, its file is loaded, it is no replica. Or
   * when that took too long: then what is asked next says why.
   */
  readonly reachable: (patienceMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Sixty tablets wait for a Redis that comes back: it is looked for often. */
const MAX_WAIT_MS = 500
const TIMEOUT_MS = 10_000
/** A machine that lost its power says nothing more, for which a system waits a quarter of an hour. */
const SILENT_MS = 20_000
/** While it loads its file or is another's replica, it answers only this. */
const PROBE_MS = 100

export async function connectRedis(
  url: string,
  logger: Logger,
  silentMs = SILENT_MS,
): Promise<RedisConnection> {
  // Until then a mistake in the address must end the start; later every loss of the connection is waited out.
  let isEstablished = false
  const open = (name: string) => {
    const client = createClient({
      url,
      disableOfflineQueue: true,
      pingInterval: silentMs / 4,
      socket: {
        connectTimeout: TIMEOUT_MS,
        socketTimeout: silentMs,
        reconnectStrategy: (tries, cause) => (isEstablished ? Math.min(50 * 2 ** tries, MAX_WAIT_MS) : cause),
      },
    })
    // Not the address: it may carry a password.
    client.on('error', (cause: Error) =>
      logger.warn('the connection to Redis failed', { name, cause: cause.message }),
    )
    return client
  }
  const commands = open('commands')
  const subscriber = open('messages')
  try {
    await Promise.all([commands.connect(), subscriber.connect()])
    isEstablished = true
  } catch (cause) {
    for (const client of [commands, subscriber]) if (client.isOpen) client.destroy()
    throw cause
  }
  const typed = commands.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  const run: RedisConnection['run'] = (...args) =>
    typed.sendCommand(args).catch((cause: unknown) => {
      if (isReplica(cause)) for (const client of [commands, subscriber]) hangUp(client)
      throw cause
    })
  const whenAnswering = createProbe(run, [commands, subscriber])
  const listeners = createRedisListeners(subscriber)
  subscriber.on('ready', () => void whenAnswering().then(listeners.again))
  return {
    run,
    listen: listeners.listen,
    reachable: (patienceMs) => noLaterThan(patienceMs, whenAnswering()),
    close: async () => {
      commands.destroy()
      subscriber.destroy()
      await Promise.resolve()
    },
  }
}

interface Connecting {
  readonly isReady: boolean
  readonly isOpen: boolean
  readonly once: (event: 'ready', listener: () => void) => unknown
}

async function noLaterThan(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
    timer.unref()
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}

function whenReady(client: Connecting): Promise<void> {
  return client.isReady ? Promise.resolve() : new Promise((resolve) => client.once('ready', resolve))
}

/** Everybody who waits for Redis waits for the same question. */
function createProbe(run: RedisConnection['run'], clients: readonly Connecting[]): () => Promise<void> {
  let asking: Promise<void> | null = null
  const ask = async (): Promise<void> => {
    await Promise.all(clients.map(whenReady))
    try {
      await run('EVAL', PROBE, '1', PROBE_KEY)
    } catch (cause) {
      if (!isAway(cause) || !clients.every(({ isOpen }) => isOpen)) return
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS).unref())
      await ask()
    }
  }
  return () => (asking ??= ask().finally(() => (asking = null)))
}

/** Its address may lead to another Redis by now: the connection is made anew. */
function hangUp(client: { readonly sendCommand: (args: string[]) => Promise<unknown> }): void {
  client.sendCommand(['QUIT']).catch(() => undefined)
}
