/** The chosen pages of a PDF, each drawn and kept as a picture of its own that knows where it comes from. */
import { err, ok, type Result } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import {
  encodeDrawable,
  type EncodeFailure,
  LONGEST_SIDE,
  MOST_PICTURE_MEGABYTES,
} from '../pictures/encodePicture.ts'
import { keepEncoded, type PictureFailure } from '../pictures/keepPicture.ts'
import type { KeptMedia } from '../pictures/keptMedia.ts'
import { openPdf, type PdfFailure, type PdfPages } from './openPdf.ts'
import { askForPages } from './pdfChoice.ts'

export type PdfPageFailure = PdfFailure | PictureFailure

const MAGIC = '%PDF-'

/** By its first bytes, whatever it is called. */
export async function isPdf(file: Blob): Promise<boolean> {
  try {
    return (await file.slice(0, MAGIC.length).text()) === MAGIC
  } catch (cause) {
    // Gone between choosing and reading; whoever reads it next says so.
    if (cause instanceof DOMException) return false
    throw cause
  }
}

/** Empty when the person closed the dialog. What was kept before a failure stays on the device, named by nobody. */
export async function keepPdfPages(
  media: MediaStore,
  workshopId: string,
  file: File,
): Promise<Result<readonly KeptMedia[], PdfPageFailure>> {
  if (file.size > MOST_PICTURE_MEGABYTES * 1e6) return err<EncodeFailure>({ code: 'tooHeavy' })
  const opened = await openPdf(file)
  if (!opened.ok) return opened
  const pages = opened.value
  try {
    const kept: KeptMedia[] = []
    for (const page of await askForPages(file.name, pages)) {
      const one = await keepPage(pages, page, media, workshopId, file.name)
      if (!one.ok) return one
      kept.push(one.value)
    }
    return ok(kept)
  } finally {
    await pages.close()
  }
}

async function keepPage(
  pages: PdfPages,
  page: number,
  media: MediaStore,
  workshopId: string,
  name: string,
): Promise<Result<KeptMedia, PdfPageFailure>> {
  const canvas = await drawn(pages, page)
  if (canvas === null) return err({ code: 'pdfBroken' })
  const encoded = await encodeDrawable(canvas, canvas)
  if (!encoded.ok) return encoded
  return keepEncoded(media, workshopId, encoded.value, { kind: 'pdfPage', page, name })
}

/** Null for a page whose content is damaged although the file could be opened. */
async function drawn(pages: PdfPages, page: number): Promise<HTMLCanvasElement | null> {
  try {
    return await pages.draw(page, LONGEST_SIDE)
  } catch (cause) {
    if (cause instanceof Error) return null
    throw cause
  }
}
