/**
 * Reading PDFs with programs that had no part in making them: qpdf for the structure, poppler for the picture, pdf.js
 * for the text. All three must be installed; a missing one fails the test.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'poster-'))
  try {
    const file = join(folder, 'poster.pdf')
    writeFileSync(file, bytes)
    return use(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What qpdf says; it fails (and so does the test) when the file is damaged. */
export function qpdfCheck(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }))
}

/** The file with every stream unpacked, as text, for looking at operators. */
export function unpacked(bytes: Uint8Array): string {
  return withFile(bytes, (file, folder) => {
    const out = join(folder, 'unpacked.pdf')
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, out])
    return readFileSync(out, 'latin1')
  })
}

export interface Raster {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
}

/** One page as poppler draws it. */
export function rasterise(bytes: Uint8Array, dotsPerInch: number, page = 1): Raster {
  return withFile(bytes, (file, folder) => {
    const target = join(folder, 'page')
    execFileSync('pdftoppm', [
      '-r',
      `${dotsPerInch}`,
      '-f',
      `${page}`,
      '-l',
      `${page}`,
      '-singlefile',
      file,
      target,
    ])
    return readPpm(readFileSync(`${target}.ppm`))
  })
}

function readPpm(bytes: Buffer): Raster {
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 64))
  if (!header) throw new Error('not a PPM file')
  const rgb = new Uint8Array(bytes.subarray(header[0].length))
  return { width: Number(header[1]), height: Number(header[2]), rgb }
}

/** A copy goes in, because pdf.js keeps what it is given. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
}

export interface PdfText {
  readonly text: string
  /** Millimetres from the top left corner of the page; y is the baseline. */
  readonly x: number
  readonly y: number
}

const MM = 25.4 / 72

/** The text of a page as somebody would select and copy it. */
export async function textOf(pdf: PDFDocumentProxy, pageNumber = 1): Promise<readonly PdfText[]> {
  const page = await pdf.getPage(pageNumber)
  const height = page.getViewport({ scale: 1 }).height
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.flatMap((item) =>
    'str' in item && item.str !== ''
      ? [{ text: item.str, x: Number(item.transform[4]) * MM, y: (height - Number(item.transform[5])) * MM }]
      : [],
  )
}
