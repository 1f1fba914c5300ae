/**
 * The two connections to Redis, one for commands and one that listens, as a few typed calls in bytes. A command that
 * cannot be sent fails at once instead of waiting: clients must hear that nothing is acknowledged now.
 */
import { type RedisArgument, RESP_TYPES, createClient } from '@redis/client'
import type { Logger } from '../../src/shared/logger.ts'

export interface RedisConnection {
  readonly run: (...args: RedisArgument[]) => Promise<unknown>
  /** Returns its disposer. `onAgain` is called when messages may have been missed. */
  readonly listen: (
    channel: string,
    onMessage: (message: Buffer) => void,
    onAgain: () => void,
  ) => Promise<() => Promise<void>>
  /** Resolves when both connections are there, or when that took too long: then what is asked next says why. */
  readonly reachable: (patienceMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Sixty tablets wait for a Redis that comes back: it is looked for often. */
const MAX_WAIT_MS = 500
const TIMEOUT_MS = 10_000
/** A machine that lost its power says nothing more, for which a system waits a quarter of an hour. */
const SILENT_MS = 20_000

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
  const again = new Set<() => void>()
  subscriber.on('ready', () => again.forEach((onAgain) => onAgain()))
  try {
    await Promise.all([commands.connect(), subscriber.connect()])
    isEstablished = true
  } catch (cause) {
    for (const client of [commands, subscriber]) if (client.isOpen) client.destroy()
    throw cause
  }
  const typed = commands.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  return {
    run: (...args) => typed.sendCommand(args),
    listen: async (channel, onMessage, onAgain) => {
      await subscriber.subscribe(channel, onMessage, true)
      again.add(onAgain)
      return async () => {
        again.delete(onAgain)
        await subscriber.unsubscribe(channel, onMessage, true).catch(() => undefined)
      }
    },
    reachable: async (patienceMs) => {
      await Promise.all([commands, subscriber].map((client) => whenReady(client, patienceMs)))
    },
    close: async () => {
      commands.destroy()
      subscriber.destroy()
      await Promise.resolve()
    },
  }
}

interface Connecting {
  readonly isReady: boolean
  readonly once: (event: 'ready', listener: () => void) => unknown
  readonly off: (event: 'ready', listener: () => void) => unknown
}

function whenReady(client: Connecting, patienceMs: number): Promise<void> {
  if (client.isReady) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      client.off('ready', end)
      resolve()
    }
    const timer = setTimeout(end, patienceMs)
    timer.unref()
    client.once('ready', end)
  })
}
