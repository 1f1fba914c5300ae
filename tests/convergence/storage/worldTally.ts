/** What was done and what went wrong in a run, for its report. */
export interface WorldTally {
  worlds: number
  acted: number
  /** Operations that changed what is shown. */
  effective: number
  readonly faults: Map<string, number>
  readonly events: Map<string, number>
  reloads: number
  /** Written, in one page only, never said to be saved, and gone with that page. */
  diedUnsaved: number
  checks: number
}

export function createTally(): WorldTally {
  return {
    worlds: 0,
    acted: 0,
    effective: 0,
    faults: new Map(),
    events: new Map(),
    reloads: 0,
    diedUnsaved: 0,
    checks: 0,
  }
}

export function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

export function describeTally(tally: WorldTally): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, many]) => `${name} ${many}`)
      .join(', ')
  return [
    `${tally.effective} of ${tally.acted} operations changed the workshop, in ${tally.worlds} worlds`,
    `faults: ${list(tally.faults)}`,
    `besides: ${list(tally.events)}`,
    `${tally.reloads} times read from disk; ${tally.checks} devices compared at the end`,
    `edits lost: 0 (never said to be saved and gone with a killed page: ${tally.diedUnsaved})`,
  ].join('\n')
}
