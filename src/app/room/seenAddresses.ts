/** Which new addresses somebody at this window has read about already: told once, then found under the status chip. */
import { createValueStore, type ReadableValue } from '../../shared/valueStore.ts'

const seen = createValueStore<ReadonlySet<string>>(new Set())

export const seenAddresses: ReadableValue<ReadonlySet<string>> = seen

export function noteSeen(text: string): void {
  seen.set(new Set([...seen.get(), text]))
}
