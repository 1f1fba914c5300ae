/**
 * Whether two previews print the same. The workshop changes with every comment and every start of a timer; a finished
 * file is out of date only when the paper would look different.
 */
import type { PicturesShown, PosterPreviewed } from './posterTools.ts'

export type OnPaper = Pick<PosterPreviewed, 'scene' | 'parts' | 'title'> & {
  readonly pictures?: PicturesShown
}

export function isSameOnPaper(one: OnPaper, other: OnPaper): boolean {
  if (one === other) return true
  return (
    one.title === other.title &&
    one.pictures?.missing === other.pictures?.missing &&
    one.pictures?.most === other.pictures?.most &&
    isSameList(one.parts, other.parts) &&
    isSameList(one.scene.ops, other.scene.ops)
  )
}

/** Both come from the same layout, so equal entries have their fields in the same order. */
function isSameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return (
    some.length === others.length &&
    some.every((entry, index) => JSON.stringify(entry) === JSON.stringify(others[index]))
  )
}
