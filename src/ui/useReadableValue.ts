/** A value that changes over time, such as the state of the connection, as React state. */
import { useSyncExternalStore } from 'react'
import type { ReadableValue } from '../shared/valueStore.ts'

export function useReadableValue<T>(source: ReadableValue<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}
