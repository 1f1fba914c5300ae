/** Packs tables into a TrueType container; tables come sorted by tag, as the format wants them. */
export function writeSfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const directory = 12 + 16 * tables.length
  const lengths = tables.map(([, bytes]) => Math.ceil(bytes.length / 4) * 4)
  const out = new Uint8Array(directory + lengths.reduce((sum, length) => sum + length, 0))
  const view = new DataView(out.buffer)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (tables.length - power) * 16)
  let offset = directory
  for (const [index, [tag, bytes]] of tables.entries()) {
    out.set(bytes, offset)
    const at = 12 + 16 * index
    for (let character = 0; character < 4; character += 1)
      view.setUint8(at + character, tag.charCodeAt(character))
    view.setUint32(at + 4, checksum(view, offset, lengths[index] ?? 0))
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, bytes.length)
    offset += lengths[index] ?? 0
  }
  return out
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
