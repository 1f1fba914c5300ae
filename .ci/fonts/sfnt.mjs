/**
 * Reading and rewriting TrueType containers for .ci/fonts.mjs: which characters a font maps, and the same font with our
 * own name table, without the tables that no renderer of ours may use. Output depends on the input bytes only.
 */
const KEEP = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post', 'GSUB']
const CHECKSUM_MAGIC = 0xb1b0afba

export function tablesOf(font) {
  const tables = new Map()
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index
    const start = font.readUInt32BE(at + 8)
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)))
  }
  return tables
}

/** Every mapped code point, ascending, from the format 12 subtable (all source fonts have one). */
export function codePointsOf(font) {
  const cmap = tablesOf(font).get('cmap')
  const codePoints = new Set()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4)
    if (cmap.readUInt16BE(at) !== 12) continue
    for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
      const entry = at + 16 + 12 * group
      for (let c = cmap.readUInt32BE(entry); c <= cmap.readUInt32BE(entry + 4); c += 1) codePoints.add(c)
    }
  }
  if (codePoints.size === 0) throw new Error('the font has no cmap of format 12')
  return [...codePoints].sort((a, b) => a - b)
}

function nameTable({ family, style, licence, basis }) {
  const full = `${family} ${style}`
  const postScript = `${family.replaceAll(' ', '')}-${style}`
  const entries = [
    [0, `A subset of ${basis}; see the licence beside this file for its authors`],
    [1, family],
    [2, style],
    [3, `${postScript};etappe`],
    [4, full],
    [5, 'Version 1.000'],
    [6, postScript],
    [13, licence],
  ]
  const strings = entries.map(([, value]) => Buffer.from(value, 'utf16le').swap16())
  const header = Buffer.alloc(6 + 12 * entries.length)
  header.writeUInt16BE(entries.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  for (const [index, [id]] of entries.entries()) {
    const length = strings[index].length
    for (const [field, value] of [3, 1, 0x409, id, length, offset].entries())
      header.writeUInt16BE(value, 6 + 12 * index + 2 * field)
    offset += length
  }
  return Buffer.concat([header, ...strings])
}

function checksum(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function header(count) {
  const power = 2 ** Math.floor(Math.log2(count))
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(0x00010000, 0)
  for (const [index, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    bytes.writeUInt16BE(value, 4 + 2 * index)
  return bytes
}

export function rebuildFont(font, { name, gsub }) {
  const tables = tablesOf(font)
  const kept = new Map(
    KEEP.filter((tag) => tables.has(tag)).map((tag) => [tag, Buffer.from(tables.get(tag))]),
  )
  kept.delete('GSUB')
  if (gsub) kept.set('GSUB', gsub)
  kept.set('name', nameTable(name))
  kept.get('head').writeUInt32BE(0, 8)
  const tags = [...kept.keys()].sort()
  const directory = []
  let offset = 12 + 16 * tags.length
  for (const tag of tags) {
    const bytes = padded(kept.get(tag))
    const entry = Buffer.alloc(16)
    entry.write(tag, 0, 'latin1')
    entry.writeUInt32BE(checksum(bytes), 4)
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(kept.get(tag).length, 12)
    directory.push(entry)
    offset += bytes.length
  }
  const whole = Buffer.concat([
    header(tags.length),
    ...directory,
    ...tags.map((tag) => padded(kept.get(tag))),
  ])
  const head = directory[tags.indexOf('head')].readUInt32BE(8)
  whole.writeUInt32BE((CHECKSUM_MAGIC - checksum(whole)) >>> 0, head + 8)
  return whole
}
