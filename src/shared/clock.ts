/** Time as something that is handed in, so that tests can set it and nothing orders work by a wrong clock. */
export interface Clock {
  /** Milliseconds since 1970 by this device's clock; it may be wrong by years. */
  readonly now: () => number
}

/** In milliseconds; a day of a calendar may be an hour longer or shorter. */
export const DAY_MS = 24 * 60 * 60 * 1000

export const systemClock: Clock = { now: () => Date.now() }
