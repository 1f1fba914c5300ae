/** The relay's log: one JSON object per line, with time and level first, for people with `less` and machines alike. */
import type { Clock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'

export function createLineLogger(write: (line: string) => void, clock: Clock): Logger {
  const log =
    (level: string): Logger['info'] =>
    (message, details) => {
      write(`${JSON.stringify({ time: new Date(clock.now()).toISOString(), level, message, ...details })}\n`)
    }
  return { info: log('info'), warn: log('warn'), error: log('error') }
}
