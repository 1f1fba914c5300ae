/** How much a workshop file may hold, counted on what really comes out of it. More than for tables: it has pictures. */
import { LIMITS, type Limits } from '../limits.ts'

const MIB = 1024 * 1024

export const WORKSHOP_FILE_LIMITS = {
  /** The file as it lies there. */
  archiveBytes: 512 * MIB,
  manifestBytes: 8 * MIB,
  /** One document or checkpoint, unpacked. */
  documentBytes: 64 * MIB,
  /** One picture, recording or attached file, unpacked. */
  mediaBytes: 128 * MIB,
  /** Everything, unpacked. */
  totalBytes: 768 * MIB,
  entries: 20_000,
  /** Unpacked size divided by packed size, once an entry is larger than `ratioFreeBytes`. */
  ratio: 100,
  ratioFreeBytes: MIB,
  /** Problems that are reported before the reading stops. */
  problems: 20,
} as const

export type WorkshopFileLimits = { readonly [Name in keyof typeof WORKSHOP_FILE_LIMITS]: number }

/** In the words of the unpacker, which serves tables too. */
export function unpackLimits(limits: WorkshopFileLimits, fileBytes: number): Limits {
  const { totalBytes, entries, ratio, ratioFreeBytes, problems } = limits
  return { ...LIMITS, fileBytes, totalBytes, entries, ratio, ratioFreeBytes, problems }
}
