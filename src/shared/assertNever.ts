/** Closes an exhaustive switch: the type checker rejects a forgotten case, and a forged value throws with its content. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}
