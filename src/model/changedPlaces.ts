/** Where a transaction has written: the root types above the changed ones, and the key in them. */
import * as Y from 'yjs'

export interface ChangedPlace {
  readonly root: string
  /** Of a record, an entry or a field; null in a text that is a root itself. */
  readonly key: string | null
}

export function changedPlaces(transaction: Y.Transaction): readonly ChangedPlace[] {
  const found = new Map<string, ChangedPlace>()
  for (const [changed, keys] of transaction.changed) {
    let type = changed as Y.AbstractType<unknown>
    let id: string | null = null
    while (type._item !== null) {
      id = type._item.parentSub
      type = type._item.parent as Y.AbstractType<unknown>
    }
    const root = Y.findRootTypeKey(type)
    for (const key of id === null ? keys : [id]) found.set(`${root}/${key ?? ''}`, { root, key })
  }
  return [...found.values()]
}
