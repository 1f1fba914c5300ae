/** The share sheet of the system: mail, messenger, AirDrop, Files. Not every browser has one, and not for every file. */
import type { ReadyFile } from '../downloadFile.ts'

export type SharedHow = 'shared' | 'cancelled' | 'refused'

export function asFile({ name, mime, bytes }: ReadyFile): File {
  return new File([bytes], name, { type: mime })
}

export function canShareFiles(navigator: Navigator, probe: ReadyFile): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [asFile(probe)] })
}

/** `refused`: the system does not take this kind of file, or took too long to ask; a download still works. */
export async function shareFile(navigator: Navigator, file: ReadyFile, text: string): Promise<SharedHow> {
  try {
    await navigator.share({ files: [asFile(file)], title: file.name, text })
    return 'shared'
  } catch (error) {
    if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error
    return error.name === 'AbortError' ? 'cancelled' : 'refused'
  }
}
