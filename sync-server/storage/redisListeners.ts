/**
 * Who listens to which channel of Redis. Its client subscribes again by itself when the line was cut, also to what somebody
 * had stopped listening to at that moment: those are stopped again, else every outage would leave some behind.
 */
export interface RedisListeners {
  /** Returns its disposer. `onAgain` is called when messages may have been missed. */
  readonly listen: (
    channel: string,
    onMessage: OnMessage,
    onAgain: () => void,
  ) => Promise<() => Promise<void>>
  /** The line was cut and is there again. */
  readonly again: () => void
}

type OnMessage = (message: Buffer) => void
type Subscribe = (channel: string, listener: OnMessage, inBytes: true) => Promise<void>

export function createRedisListeners(client: {
  readonly subscribe: Subscribe
  readonly unsubscribe: Subscribe
}): RedisListeners {
  const callbacks = new Set<() => void>()
  const stopping = new Set<() => Promise<void>>()
  return {
    listen: async (channel, onMessage, onAgain) => {
      await client.subscribe(channel, onMessage, true)
      // Two who listen in the same words are two.
      const callback = () => onAgain()
      callbacks.add(callback)
      const stop = async (): Promise<void> => {
        stopping.add(stop)
        const unsubscribed = client.unsubscribe(channel, onMessage, true)
        // Not now: then when the line is there again.
        await unsubscribed.then(() => stopping.delete(stop)).catch(() => undefined)
      }
      return () => {
        callbacks.delete(callback)
        return stop()
      }
    },
    again: () => {
      for (const stop of stopping) void stop()
      for (const callback of callbacks) callback()
    },
  }
}
