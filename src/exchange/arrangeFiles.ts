/**
 * Which of the files that came together are tables: one wrapping folder is taken off, hidden files and what macOS adds
 * are passed over. Judges names only; archives and picked folders share it.
 */
import { attachmentNames, type FileTable, tableNames } from './tables/tableFormat.ts'

const KNOWN: readonly FileTable[] = [...tableNames, ...attachmentNames]

export interface ArrangedFile {
  readonly path: string
  /** The path without the wrapping folder. */
  readonly name: string
  /** `cards` for `cards.csv`; undefined for a file that is no table of the format. */
  readonly table: FileTable | undefined
  /** Below a folder inside the wrapping one. */
  readonly nested: boolean
}

/** Everything that is not hidden, in the order it came. */
export function arrangeFiles(paths: readonly string[]): ArrangedFile[] {
  const visible = paths.filter((path) => !isHidden(path) && !path.endsWith('/'))
  const folder = commonFolder(visible)
  return visible.map((path) => {
    const name = path.slice(folder.length)
    const nested = name.includes('/')
    return { path, name, nested, table: nested ? undefined : tableOf(name) }
  })
}

/** True when the name alone, in whatever folder, is that of a table. */
export function isTablePath(path: string): boolean {
  return tableOf(path.slice(path.lastIndexOf('/') + 1)) !== undefined
}

function tableOf(name: string): FileTable | undefined {
  const file = name.toLowerCase()
  return KNOWN.find((table) => file === `${table}.csv`)
}

function isHidden(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('.') || segment === '__MACOSX')
}

function commonFolder(paths: readonly string[]): string {
  const first = paths[0] ?? ''
  const folder = first.slice(0, first.indexOf('/') + 1)
  return paths.every((path) => path.startsWith(folder)) ? folder : ''
}
