/** Whether another tab has moved the device's database on to a newer app: from then on this tab must be reloaded. */
import type { ReadableValue } from '../shared/valueStore.ts'
import { createValueStore } from '../shared/valueStore.ts'

export interface SupersededSignal {
  readonly value: ReadableValue<boolean>
  readonly raise: () => void
}

export function createSupersededSignal(): SupersededSignal {
  const value = createValueStore(false)
  return { value, raise: () => value.set(true) }
}
