/**
 * Two entries that were recognised as the same thing: one names the other in `mergedInto`. Nothing is copied or
 * removed, so whatever still arrives for the merged one counts for the one that stays. Two devices may merge in
 * opposite directions; the smallest id of such a ring stays, on every device the same.
 */
interface Mergeable {
  readonly mergedInto: string | null
}

type Lookup = (id: string) => Mergeable | undefined

/** The id that stands for `id`; `id` itself when it was not merged, or into nothing known. */
export function resolveMerged(lookup: Lookup, id: string): string {
  const path: string[] = [id]
  let current = id
  for (;;) {
    const next = lookup(current)?.mergedInto ?? null
    if (next === null || lookup(next) === undefined) return current
    const seenAt = path.indexOf(next)
    if (seenAt >= 0) return path.slice(seenAt).reduce((least, member) => (member < least ? member : least))
    path.push(next)
    current = next
  }
}
