/**
 * A file as it was picked. The shape of the browser's `File`, so that a page hands its files over as they are and the
 * bytes are read only after the size was judged; the command line and tests wrap what they have.
 */
export interface InputFile {
  readonly name: string
  readonly size: number
  /** Set by the browser when a folder was picked. */
  readonly webkitRelativePath?: string
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

export function inputFileOf(name: string, bytes: Uint8Array): InputFile {
  return {
    name,
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  }
}

export function pathOf(file: InputFile): string {
  const path = file.webkitRelativePath
  return path === undefined || path === '' ? file.name : path
}
