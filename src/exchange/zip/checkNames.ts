/** What an archive may not contain, judged before anything is unpacked: names that lead elsewhere, links, secrets. */
import type { ImportProblem, ProblemCode } from '../problem.ts'
import type { ZipEntry } from './zipEntry.ts'

export function checkNames(entries: readonly ZipEntry[]): ImportProblem[] {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const code = faultOf(entry, seen)
    seen.add(entry.name.toLowerCase())
    return code === undefined ? [] : [{ code, file: printable(entry.name) }]
  })
}

function faultOf(entry: ZipEntry, seen: ReadonlySet<string>): ProblemCode | undefined {
  if (!isSafeName(entry.name)) return 'zipUnsafeName'
  if (seen.has(entry.name.toLowerCase())) return 'duplicateFile'
  if (entry.symlink) return 'zipSymlink'
  if (entry.encrypted) return 'zipEncrypted'
  return /\.(zip|7z|rar|tar|gz|tgz|bz2|xz)$/i.test(entry.name) ? 'nestedArchive' : undefined
}

function isSafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name)) return false
  if (printable(name) !== name) return false
  return !name.split('/').some((segment) => segment === '..' || segment === '.')
}

/** Control characters would break the message that quotes the name. */
function printable(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.replace(/[\u0000-\u001f\u007f]/g, '?')
}
