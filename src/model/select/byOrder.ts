/** Sorting of records that carry their order as a field or inside their place; ties by id, never by clock. */
import { compareOrder } from '../order.ts'

interface WithOrder {
  readonly id: string
  readonly order: string
}

interface WithPlace {
  readonly id: string
  readonly place: { readonly order: string }
}

export function byOrder<T extends WithOrder>(records: Iterable<T>): readonly T[] {
  return [...records].sort(compareOrder)
}

export function byPlace<T extends WithPlace>(records: Iterable<T>): readonly T[] {
  return [...records].sort((a, b) =>
    compareOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order }),
  )
}
