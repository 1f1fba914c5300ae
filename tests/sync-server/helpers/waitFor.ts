/** Waits for a condition, looking often and giving up with what was waited for; never for a fixed time. */
export async function waitFor(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const giveUpAt = performance.now() + ms
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${ms} ms in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
