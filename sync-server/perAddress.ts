/** What one network address uses of this relay: open connections, and how many rooms it created lately. */
import { createRateLimit, type RateLimit, type RelayLimits } from './limits.ts'

export interface PerAddress {
  /** False when this address has as many as it may; else the caller must `leave` once. */
  readonly enter: (address: string) => boolean
  readonly leave: (address: string) => void
  readonly mayCreateRoom: (address: string) => boolean
}

/** Addresses whose room count is remembered; the ones that are forgotten first created nothing for the longest. */
const REMEMBERED = 10_000

/** `roomsPerAddress` is for an hour. */
export function createPerAddress(
  limits: Pick<RelayLimits, 'connectionsPerAddress' | 'roomsPerAddress'>,
  now = () => performance.now(),
): PerAddress {
  const open = new Map<string, number>()
  const creations = new Map<string, RateLimit>()
  return {
    enter: (address) => {
      const count = open.get(address) ?? 0
      if (count >= limits.connectionsPerAddress) return false
      open.set(address, count + 1)
      return true
    },
    leave: (address) => {
      const count = (open.get(address) ?? 1) - 1
      if (count > 0) open.set(address, count)
      else open.delete(address)
    },
    mayCreateRoom: (address) => {
      const roomsPerHour = limits.roomsPerAddress
      const rate = creations.get(address) ?? createRateLimit(roomsPerHour / 3600, roomsPerHour, now)
      creations.delete(address)
      creations.set(address, rate)
      const [oldest] = creations.keys()
      if (creations.size > REMEMBERED && oldest !== undefined) creations.delete(oldest)
      return rate.take(1)
    },
  }
}
