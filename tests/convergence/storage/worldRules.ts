/**
 * What a number means as a world: how long it is, how many devices it has, what may happen in it. A world that failed once
 * is kept as its number and its rules, so rules are only ever added; the old ones stay as they were drawn then.
 */
export interface WorldRules {
  readonly version: 1 | 2
  /** That many operations are wanted in one world. */
  readonly operations: number
  readonly devices: (seed: number) => number
  /** How far one message can overtake others on its way down, where the network does that at all. */
  readonly overtakes: number
  /** People do several things before anything else happens. */
  readonly sittings: boolean
  /** Some devices run the next version of the app, which shuts out the older ones in the end. */
  readonly hasNewerApp: (seed: number) => boolean
  /** The workshop was begun by the app of schema 1, and one of its devices comes back from being offline. */
  readonly hasPast: (seed: number) => boolean
}

const FIRST: WorldRules = {
  version: 1,
  operations: 200,
  devices: (seed) => 3 + (seed % 6),
  overtakes: Number.POSITIVE_INFINITY,
  sittings: false,
  hasNewerApp: () => false,
  hasPast: () => false,
}

const DEVICES = [3, 3, 4, 4, 5, 3, 6, 8] as const

const SECOND: WorldRules = {
  version: 2,
  operations: 1_000,
  devices: (seed) => DEVICES[seed % DEVICES.length] ?? 3,
  overtakes: 12,
  sittings: true,
  hasNewerApp: (seed) => seed % 3 === 1,
  hasPast: (seed) => seed % 5 === 2,
}

export const currentRules = SECOND

export function worldRules(version: number): WorldRules {
  const rules = [FIRST, SECOND].find((each) => each.version === version)
  if (rules === undefined) throw new Error(`there are no rules ${version} for a world`)
  return rules
}
