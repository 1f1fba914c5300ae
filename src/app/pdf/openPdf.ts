/**
 * A PDF as pages that can be drawn. The reader is fetched when somebody first chooses a PDF (it weighs more than the
 * map), works in a worker, asks nobody, and neither evaluates programs nor needs WebAssembly.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { err, ok, type Result } from '../../shared/result.ts'

export interface PdfPages {
  readonly count: number
  /** Page numbers count from 1. Drawn on white, its longer side this many pixels. */
  readonly draw: (page: number, longest: number) => Promise<HTMLCanvasElement>
  readonly close: () => Promise<void>
}

export type PdfFailure = { readonly code: 'pdfLocked' } | { readonly code: 'pdfBroken' }

export async function openPdf(file: Blob): Promise<Result<PdfPages, PdfFailure>> {
  const [{ getDocument, PDFWorker }, { default: ReaderWorker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'),
  ])
  const port = new ReaderWorker()
  const worker = PDFWorker.create({ port })
  const end = () => {
    worker.destroy()
    port.terminate()
  }
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    return ok({
      count: document.numPages,
      draw: (page, longest) => drawPage(document, page, longest),
      close: async () => {
        await task.destroy()
        end()
      },
    })
  } catch (cause) {
    end()
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    return err({ code: isLocked ? 'pdfLocked' : 'pdfBroken' })
  }
}

async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  longest: number,
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: longest / Math.max(width, height) })
  const canvas = window.document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(viewport.width))
  canvas.height = Math.max(1, Math.round(viewport.height))
  await page.render({ canvas, viewport, background: '#ffffff' }).promise
  page.cleanup()
  return canvas
}
