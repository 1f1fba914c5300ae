/** Zips that no honest tool writes: every field can lie, so that the reader's checks are really reached. */
import { deflateSync } from 'fflate'
import { crc32 } from '../../../src/exchange/zip/crc32.ts'

export interface FixtureEntry {
  readonly name: string
  readonly content: Uint8Array | string
  readonly method?: number
  /** Deflated bytes as they are, instead of `content` packed. */
  readonly packed?: Uint8Array
  readonly declaredSize?: number
  readonly flags?: number
  readonly unixMode?: number
  readonly crc?: number
  readonly zip64?: boolean
}

const DEFLATED = 8

export function zipOf(entries: readonly FixtureEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = encode(entry, offset)
    parts.push(local)
    directory.push(central)
    offset += local.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, offset],
    [2, 0],
  )
  return join([...parts, ...directory, end])
}

function encode(entry: FixtureEntry, offset: number): { local: Uint8Array; central: Uint8Array } {
  const { name, flags = 0x800, method = DEFLATED, unixMode = 0o100644, zip64 = false } = entry
  const content = typeof entry.content === 'string' ? new TextEncoder().encode(entry.content) : entry.content
  const packed = entry.packed ?? (method === DEFLATED ? deflateSync(content) : content)
  const size = entry.declaredSize ?? content.length
  const crc = entry.crc ?? crc32(content)
  const nameBytes = new TextEncoder().encode(name)
  const wide = zip64 ? fields([2, 1], [2, 16], [8, size], [8, packed.length]) : new Uint8Array()
  const [size32, packed32] = zip64 ? [0xffffffff, 0xffffffff] : [size, packed.length]
  const common: Field[] = [
    [2, 20],
    [2, flags],
    [2, method],
    [4, 0],
    [4, crc],
    [4, packed32],
    [4, size32],
    [2, nameBytes.length],
    [2, wide.length],
  ]
  const local = join([fields([4, 0x04034b50], ...common), nameBytes, wide, packed])
  const tail: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, (unixMode << 16) >>> 0],
    [4, offset],
  ]
  const central = join([fields([4, 0x02014b50], [2, (3 << 8) | 20], ...common, ...tail), nameBytes, wide])
  return { local, central }
}

type Field = readonly [bytes: number, value: number]

function fields(...list: readonly Field[]): Uint8Array {
  const bytes: number[] = []
  for (const [width, value] of list) {
    for (let index = 0; index < width; index += 1) bytes.push(Math.floor(value / 256 ** index) % 256)
  }
  return Uint8Array.from(bytes)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
