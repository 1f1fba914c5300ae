/**
 * The parts of a workbook, unpacked when they are asked for and within what is left of the limits. A workbook that could
 * reach out or run something is refused before any of them is looked at.
 */
import { err, type Result } from '../../shared/result.ts'
import { type Limits, mebibytes } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import { readDirectory } from '../zip/readDirectory.ts'
import { unpackEntry } from '../zip/unpackEntry.ts'
import type { ZipEntry } from '../zip/zipEntry.ts'
import { XmlFault } from './XmlReader.ts'

type Problems = readonly ImportProblem[]

/** Hands the parts to `read`; what is wrong with any of them becomes a problem of the file. */
export async function withWorkbook<T>(
  archive: Uint8Array,
  file: string,
  limits: Limits,
  read: (parts: PackedParts) => Result<T, Problems> | Promise<Result<T, Problems>>,
): Promise<Result<T, Problems>> {
  const entries = readDirectory(archive)
  if (entries === undefined) return err([{ code: 'zipDamaged', file }])
  if (entries.length > limits.entries)
    return err([{ code: 'tooManyFiles', file, limit: String(limits.entries) }])
  const hostile = hostileEntry(entries)
  if (hostile !== undefined) return err([{ ...hostile, file }])
  try {
    return await read(new PackedParts(archive, entries, file, limits))
  } catch (error) {
    if (error instanceof PartFault) return err([error.problem])
    if (!(error instanceof XmlFault)) throw error
    const code = error.kind === 'entity' ? 'xlsxEntity' : 'xlsxDamaged'
    return err([{ code, file, value: error.message }])
  }
}

function hostileEntry(entries: readonly ZipEntry[]): Pick<ImportProblem, 'code' | 'value'> | undefined {
  for (const { name, encrypted } of entries) {
    if (encrypted) return { code: 'zipEncrypted' }
    if (/^xl\/(externalLinks|embeddings|queryTables)\/|^xl\/connections\.xml$/i.test(name))
      return { code: 'xlsxExternal', value: name }
    if (/vbaProject|^xl\/(macrosheets|activeX)\//i.test(name)) return { code: 'xlsxMacro' }
  }
  return undefined
}

class PartFault extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export class PackedParts {
  private readonly archive: Uint8Array
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private readonly file: string
  private readonly limits: Limits
  private left: number

  constructor(archive: Uint8Array, entries: readonly ZipEntry[], file: string, limits: Limits) {
    this.archive = archive
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
    this.file = file
    this.limits = limits
    // XML of a sheet is about four times its texts.
    this.left = limits.totalBytes * 4
  }

  /** Null when the workbook has no such part. */
  text(name: string): string | null {
    const entry = this.entries.get(name)
    if (entry === undefined) return null
    const limits = { ...this.limits, fileBytes: this.limits.fileBytes * 4 }
    const bytes = unpackEntry(this.archive, entry, { limits, totalLeft: this.left })
    if (!bytes.ok) {
      const limit = bytes.error === 'zipBomb' ? String(this.limits.ratio) : mebibytes(limits.fileBytes)
      throw new PartFault({ code: bytes.error, file: `${this.file} › ${name}`, limit })
    }
    this.left -= bytes.value.length
    return decode(bytes.value)
  }

  require(name: string): string {
    const text = this.text(name)
    if (text === null) throw new XmlFault('damaged', name)
    return text
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new XmlFault('damaged', 'UTF-8')
    throw error
  }
}
