/**
 * A part of the workshop, read by a selector; the component renders again when that part is another object. Selectors
 * of the model are memoised, so the same data is the same object; a selector that builds something new on each call
 * (`[...]`, `{...}`) is compared by its members instead.
 */
import { useRef, useSyncExternalStore } from 'react'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import { useWorkshop } from './WorkshopContext.ts'

function sameMembers(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && Object.is(a[key], b[key]))
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

export function useSnapshot<T>(select: (snapshot: WorkshopSnapshot) => T): T {
  const { workshop } = useWorkshop()
  const last = useRef<{ readonly value: T } | null>(null)
  return useSyncExternalStore(workshop.subscribe, () => {
    const value = select(workshop.snapshot())
    if (last.current === null || !sameMembers(last.current.value, value)) last.current = { value }
    return last.current.value
  })
}
