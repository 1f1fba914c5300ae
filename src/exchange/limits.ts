/**
 * How much an import may contain. Everything here is counted on what really arrives, never on sizes that a file
 * declares. In one place so that a message can name the limit it enforces and a test can reach it.
 */
const MIB = 1024 * 1024

export const LIMITS = {
  /** One table, after unpacking. */
  fileBytes: 32 * MIB,
  /** All tables together, after unpacking; also the largest archive that is opened. */
  totalBytes: 64 * MIB,
  /** Files in an archive or in a folder that was picked. */
  entries: 500,
  /** Unpacked size divided by packed size, once an entry is larger than `ratioFreeBytes`. Tables reach about 20. */
  ratio: 100,
  ratioFreeBytes: MIB,
  /** Records of one table that goes into the document. */
  rows: 20_000,
  /** UTF-16 units of one cell that goes into the document. */
  cellUnits: 20_000,
  /** Problems that are reported before the reading stops. */
  problems: 100,
} as const

export type Limits = { readonly [Name in keyof typeof LIMITS]: number }

/** "32 MiB": the same in every language, so that messages can quote it. */
export function mebibytes(bytes: number): string {
  return `${Math.round((bytes / MIB) * 10) / 10} MiB`
}
