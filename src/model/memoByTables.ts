/**
 * Remembers what a selector derived, for as long as the tables it reads stay the same objects. A snapshot shares
 * unchanged tables, so typing in one card does not sort the phases again.
 */
export function memoByTables<S, Args extends readonly (string | number | null)[], R>(
  tables: (snapshot: S) => readonly unknown[],
  derive: (snapshot: S, ...args: Args) => R,
): (snapshot: S, ...args: Args) => R {
  let seen: readonly unknown[] = []
  let results = new Map<string, R>()
  return (snapshot, ...args) => {
    const now = tables(snapshot)
    if (now.length !== seen.length || now.some((table, index) => table !== seen[index])) {
      seen = now
      results = new Map()
    }
    const key = JSON.stringify(args)
    const known = results.get(key)
    if (known !== undefined) return known
    const result = derive(snapshot, ...args)
    results.set(key, result)
    return result
  }
}
