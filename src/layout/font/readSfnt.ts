/**
 * The table directory of a TrueType file. Kept apart from the meaning of the tables because the poster cuts its own
 * subsets out of the same bytes.
 */
export type SfntTables = ReadonlyMap<string, DataView>

export function readSfnt(bytes: ArrayBuffer, name: string): SfntTables {
  const view = new DataView(bytes)
  if (view.byteLength < 12 || view.getUint32(0) !== 0x00010000)
    throw new Error(`font ${name}: not a TrueType file (${view.byteLength} bytes)`)
  const tables = new Map<string, DataView>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    const tag = String.fromCharCode(...new Uint8Array(bytes, at, 4))
    tables.set(tag, new DataView(bytes, view.getUint32(at + 8), view.getUint32(at + 12)))
  }
  return tables
}

export function requireTable(tables: SfntTables, tag: string, name: string): DataView {
  const table = tables.get(tag)
  if (!table) throw new Error(`font ${name}: the table ${tag} is missing`)
  return table
}
