/**
 * Keeps Y.UndoManager from harming others, by looking at every item it is about to delete (its `deleteFilter`):
 *
 * - Undoing the creation of a record would delete the record with everything that others have typed into it since.
 *   Instead the record goes into the bin, whole; redo takes it out again.
 * - Undoing a change of a value that somebody else changed at the same time would leave nothing at all (the old value
 *   is not put back, the new one is deleted). Instead the value from before the gesture is written again.
 */
import * as Y from 'yjs'
import { contentMark } from './contentMark.ts'
import type { PersonId } from './records/person.ts'
import { recordTables } from './schema.ts'

interface StackItem {
  readonly insertions: Parameters<typeof Y.isDeleted>[0]
  readonly deletions: Parameters<typeof Y.isDeleted>[0]
}

export interface UndoGuardContext {
  /** The gesture that is being taken back right now. */
  readonly stackItem: () => StackItem | null
  readonly personId: () => PersonId | null
  readonly now: () => number
}

function parentOf(item: Y.Item): Y.AbstractType<unknown> | null {
  return item.parent instanceof Y.AbstractType ? (item.parent as Y.AbstractType<unknown>) : null
}

/** The stored record that an item is a part of, with the item that put it into its table. */
function recordAround(item: Y.Item): { record: Y.Map<unknown>; born: Y.Item } | null {
  let current: Y.Item | null = item
  while (current !== null) {
    const parent: Y.AbstractType<unknown> | null = parentOf(current)
    if (parent === null) return null
    if (parent._item === null) break
    current = parent._item
  }
  if (current === null || !(current.content instanceof Y.ContentType)) return null
  const parent = parentOf(current)
  const type: unknown = current.content.type
  if (parent === null || !(type instanceof Y.Map)) return null
  const isRecord = Object.hasOwn(recordTables, Y.findRootTypeKey(parent))
  return isRecord ? { record: type as Y.Map<unknown>, born: current } : null
}

/**
 * Yjs counts an undo as done only when the filter lets it delete something, and goes on to the next gesture
 * otherwise. So the time of creation is rewritten with what it says already: its old item is gone by then, and
 * deleting it again does nothing.
 */
function binInstead(context: UndoGuardContext, item: Y.Item, record: Y.Map<unknown>): boolean {
  const isCreationTime = item.parent === record && item.parentSub === 'createdAt'
  if (!isCreationTime) return false
  record.set('createdAt', record.get('createdAt'))
  const deleted: unknown = record.get('deleted')
  if (deleted === undefined || deleted === null) {
    record.set('deleted', {
      at: context.now(),
      by: context.personId(),
      with: null,
      seen: contentMark(record),
    })
  }
  return true
}

/** The value of the same key that this gesture had replaced, if there was one. */
function replacedValue(item: Y.Item, stackItem: StackItem): { value: unknown } | null {
  for (let older = item.left; older !== null; older = older.left) {
    const isReplaced =
      Y.isDeleted(stackItem.deletions, older.id) && !Y.isDeleted(stackItem.insertions, older.id)
    if (isReplaced && older.content instanceof Y.ContentAny)
      return { value: older.content.getContent().at(-1) as unknown }
  }
  return null
}

function keepValue(item: Y.Item, stackItem: StackItem): void {
  const parent = parentOf(item)
  if (!(parent instanceof Y.Map) || item.parentSub === null) return
  const isCurrent = parent._map.get(item.parentSub) === item
  const replaced = isCurrent ? replacedValue(item, stackItem) : null
  if (replaced !== null) parent.set(item.parentSub, replaced.value)
}

/** True: Yjs may delete the item (deleting one that was just overwritten does nothing). */
export function mayDelete(context: UndoGuardContext, item: Y.Item): boolean {
  const stackItem = context.stackItem()
  if (stackItem === null) return true
  const around = recordAround(item)
  if (around !== null && Y.isDeleted(stackItem.insertions, around.born.id)) {
    return binInstead(context, item, around.record)
  }
  if (item.parentSub !== null) keepValue(item, stackItem)
  return true
}
