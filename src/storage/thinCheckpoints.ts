/**
 * Which copies of a document may go: grandfather, father, son. The older the copies, the further apart those that stay,
 * so that a day of work and a year of work both have a history of bounded size. Pure, so that years pass in a test.
 */
export interface CheckpointAge {
  /** The order in which they were made; the clock of the device may have been wrong. */
  readonly id: number
  readonly at: number
  /** Named by a person: never dropped here. */
  readonly isNamed: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** One copy stays of every so much time, as long as it is not older than that. */
const GENERATIONS = [
  { olderThan: 0, oneEvery: 5 * MINUTE },
  { olderThan: 2 * HOUR, oneEvery: HOUR },
  { olderThan: 2 * DAY, oneEvery: DAY },
  { olderThan: 35 * DAY, oneEvery: 30 * DAY },
  { olderThan: 2 * 365 * DAY, oneEvery: 365 * DAY },
] as const

/** Whatever the clock says, the line of defence stays two deep. */
const ALWAYS_KEPT = 2

export function checkpointsToDrop(copies: readonly CheckpointAge[], now: number): readonly number[] {
  const newestFirst = [...copies].sort((a, b) => b.id - a.id)
  const taken = new Set<string>()
  return newestFirst.flatMap((copy, index) => {
    const slot = slotOf(copy.at, now)
    const isFirstOfSlot = !taken.has(slot)
    taken.add(slot)
    return isFirstOfSlot || copy.isNamed || index < ALWAYS_KEPT ? [] : [copy.id]
  })
}

/** The distance counts, not its sign: a copy "from next year" thins like one of last year. */
function slotOf(at: number, now: number): string {
  const age = Math.abs(now - at)
  const generation = GENERATIONS.findLast(({ olderThan }) => age >= olderThan) ?? GENERATIONS[0]
  return `${generation.oneEvery}/${Math.floor(at / generation.oneEvery)}`
}
