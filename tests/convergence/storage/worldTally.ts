/** What was done and what went wrong in a run, for its report. */
export interface WorldTally {
  worlds: number
  acted: number
  /** Operations that changed what is shown. */
  effective: number
  readonly operations: Map<string, number>
  readonly faults: Map<string, number>
  readonly events: Map<string, number>
  reloads: number
  /** Written, in one page only, never said to be saved, and gone with that page. */
  diedUnsaved: number
  /** Pages and disks that were compared at the end of their world. */
  checks: number
  /** Moments at which nothing was on the way, and what must hold then was checked. */
  quiet: number
}

export function createTally(): WorldTally {
  return {
    worlds: 0,
    acted: 0,
    effective: 0,
    operations: new Map(),
    faults: new Map(),
    events: new Map(),
    reloads: 0,
    diedUnsaved: 0,
    checks: 0,
    quiet: 0,
  }
}

export function count(counts: Map<string, number>, name: string, many = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + many)
}

/** What passes between a page, a process and a file. */
export interface PlainTally extends Omit<WorldTally, 'operations' | 'faults' | 'events'> {
  readonly operations: readonly (readonly [string, number])[]
  readonly faults: readonly (readonly [string, number])[]
  readonly events: readonly (readonly [string, number])[]
}

export function plainTally({ operations, faults, events, ...numbers }: WorldTally): PlainTally {
  return { ...numbers, operations: [...operations], faults: [...faults], events: [...events] }
}

export function addTally(sum: WorldTally, { operations, faults, events, ...numbers }: PlainTally): void {
  for (const [name, many] of Object.entries(numbers) as [keyof typeof numbers, number][]) sum[name] += many
  for (const [name, many] of operations) count(sum.operations, name, many)
  for (const [name, many] of faults) count(sum.faults, name, many)
  for (const [name, many] of events) count(sum.events, name, many)
}

export const faultsIn = (tally: WorldTally): number =>
  [...tally.faults.values()].reduce((sum, many) => sum + many, 0)

export function describeTally(tally: WorldTally): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, many]) => `${name} ${many}`)
      .join(', ')
  return [
    `${tally.effective} of ${tally.acted} operations changed the workshop, in ${tally.worlds} worlds`,
    `operations: ${list(tally.operations)}`,
    `${faultsIn(tally)} faults: ${list(tally.faults)}`,
    `besides: ${list(tally.events)}`,
    `${tally.reloads} times read from disk; ${tally.quiet} quiet moments; ${tally.checks} pages and disks compared at the end`,
    `edits lost: 0 (never said to be saved and gone with a killed page: ${tally.diedUnsaved})`,
  ].join('\n')
}
