/** One file of an archive as its central directory describes it; sizes are claims until the bytes were counted. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly symlink: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Offset of the local header. */
  readonly offset: number
}

export const STORED = 0
export const DEFLATED = 8
