/**
 * Cells that need no new stacking: everything they are made of is the same object as last time. After a keystroke that
 * is all but one cell, which keeps a map of thousands of cards quick to type in.
 */
import type { ActivityId } from '../model/records/activity.ts'
import type { Lane } from '../model/records/lane.ts'

interface Remembered<T> {
  readonly inputs: readonly unknown[]
  readonly result: T
}

export type RememberCell<T> = (
  lane: Lane,
  activityId: ActivityId,
  inputs: readonly unknown[],
  compute: () => T,
) => T

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((input, index) => input === other[index])
}

export function rememberCells<T>(): RememberCell<T> {
  const lanes = new WeakMap<Lane, Map<ActivityId, Remembered<T>>>()
  return (lane, activityId, inputs, compute) => {
    let cells = lanes.get(lane)
    if (!cells) {
      cells = new Map()
      lanes.set(lane, cells)
    }
    const before = cells.get(activityId)
    if (before && same(before.inputs, inputs)) return before.result
    const result = compute()
    cells.set(activityId, { inputs, result })
    return result
  }
}
