/** Whether two snapshots say different things: what an operation must do to count. What they share is not looked at. */
export function isDifferent(before: unknown, after: unknown): boolean {
  if (before === after) return false
  if (before instanceof Map && after instanceof Map) {
    return (
      before.size !== after.size || [...after].some(([key, value]) => isDifferent(before.get(key), value))
    )
  }
  if (!isObject(before) || !isObject(after)) return !Object.is(before, after)
  const keys = Object.keys(after)
  return (
    Object.keys(before).length !== keys.length || keys.some((key) => isDifferent(before[key], after[key]))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
