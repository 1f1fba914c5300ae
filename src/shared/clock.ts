/** Time as something that is handed in, so that tests can set it and nothing orders work by a wrong clock. */
export interface Clock {
  /** Milliseconds since 1970 by this device's clock; it may be wrong by years. */
  readonly now: () => number
}

export const systemClock: Clock = { now: () => Date.now() }
