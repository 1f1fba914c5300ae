/**
 * The document outline from a scene's bookmarks. jsPDF's own outline can only jump to the top of a page, and a poster
 * is one page: its phases and lanes are places on it.
 */
import { utf16Hex } from '../subset/toUnicode.ts'
import type { Hooks, JsPdfInternals } from './jsPdfInternals.ts'

export interface Bookmark {
  readonly title: string
  readonly level: 0 | 1
  /** Counts from 1. */
  readonly page: number
  /** Points from the left and from the bottom of the page. */
  readonly left: number
  readonly top: number
}

interface Entry {
  readonly id: number
  readonly bookmark: Bookmark
  readonly children: Entry[]
}

export function writeOutline(internals: JsPdfInternals, hooks: Hooks, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return
  let root = 0
  hooks.on('postPutResources', () => {
    root = internals.newObjectDeferred()
    const entries = toTree(internals, bookmarks)
    putObject(internals, root, `/Type/Outlines${rangeOf(entries)}/Count ${bookmarks.length}`)
    putEntries(internals, entries, root)
  })
  hooks.on('putCatalog', () => internals.write(`/Outlines ${root} 0 R`))
}

function toTree(internals: JsPdfInternals, bookmarks: readonly Bookmark[]): readonly Entry[] {
  const roots: Entry[] = []
  for (const bookmark of bookmarks) {
    const entry: Entry = { id: internals.newObjectDeferred(), bookmark, children: [] }
    const parent = bookmark.level === 1 ? roots.at(-1) : undefined
    if (parent) parent.children.push(entry)
    else roots.push(entry)
  }
  return roots
}

function putEntries(internals: JsPdfInternals, entries: readonly Entry[], parent: number): void {
  for (const [index, { id, bookmark, children }] of entries.entries()) {
    const previous = entries[index - 1]
    const next = entries[index + 1]
    putObject(
      internals,
      id,
      `/Title<feff${utf16Hex(bookmark.title)}>/Parent ${parent} 0 R` +
        (previous ? `/Prev ${previous.id} 0 R` : '') +
        (next ? `/Next ${next.id} 0 R` : '') +
        rangeOf(children) +
        (children.length > 0 ? `/Count ${children.length}` : '') +
        `/Dest[${internals.getPageInfo(bookmark.page).objId} 0 R/XYZ ${bookmark.left} ${bookmark.top} null]`,
    )
    putEntries(internals, children, id)
  }
}

function rangeOf(entries: readonly Entry[]): string {
  const [first, last] = [entries[0], entries.at(-1)]
  return first && last ? `/First ${first.id} 0 R/Last ${last.id} 0 R` : ''
}

function putObject(internals: JsPdfInternals, id: number, content: string): void {
  internals.newObjectDeferredBegin(id, true)
  internals.write(`<<${content}>>`)
  internals.write('endobj')
}
