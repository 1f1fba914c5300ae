/** Hands a file to the person: the browser's download, by a link that lives for a moment. */
export interface ReadyFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Long enough for slow tablets to begin; the bytes are let go of afterwards. */
const KEEP_MS = 60_000

export function downloadFile({ name, mime, bytes }: ReadyFile): void {
  offerFile(new Blob([bytes], { type: mime }), name)
}

/** The same for what is not in memory as a whole. */
export function offerFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}

/** A file name that every system takes. */
export function fileNameOf(title: string, fallback: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|.]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = Array.from(plain === '' ? fallback : plain)
  return `${characters.slice(0, 80).join('')}.${ending}`
}
