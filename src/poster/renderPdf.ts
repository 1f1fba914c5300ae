/**
 * Scenes to PDF, one page each. Pure: the same job gives the same bytes in a worker, on the command line and in tests;
 * no clock, no randomness, no DOM.
 */
import { jsPDF } from 'jspdf'
import type { FontMetrics } from '../layout/font/fontMetrics.ts'
import { MM_PER_POINT, type Rect, type Scene } from '../layout/scene.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { DrawContext } from './pdf/drawContext.ts'
import { createFontSlots } from './pdf/fontSlots.ts'
import { drawScene } from './pdf/drawScene.ts'
import { createHooks, internalsOf } from './pdf/jsPdfInternals.ts'
import { type Bookmark, writeOutline } from './pdf/outline.ts'
import { createPictureSlots } from './pdf/pictureSlots.ts'
import { writeMeta } from './pdf/writeMeta.ts'
import { LONGEST_PAGE_MM, type PosterError, type PosterJob, type PosterProgress } from './posterJob.ts'

const LONGEST_PAGE_POINTS = 14_400
/** Drawing takes about this share of the time, writing the file the rest. */
const DRAWING_SHARE = 0.7

export function renderPdf(
  job: PosterJob,
  metrics: FontMetrics,
  onProgress: PosterProgress = () => undefined,
): Result<Uint8Array<ArrayBuffer>, PosterError> {
  const [first, ...others] = job.scenes
  if (!first) return err({ code: 'no-pages' })
  const tooLong = job.scenes.findIndex(({ width, height }) => Math.max(width, height) > LONGEST_PAGE_MM)
  const scene = job.scenes[tooLong]
  if (scene)
    return err({
      code: 'page-too-long',
      page: tooLong + 1,
      width: scene.width,
      height: scene.height,
      longest: LONGEST_PAGE_MM,
    })
  onProgress(0)
  const document = new jsPDF({
    unit: 'pt',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 4,
    ...pageOf(first),
  })
  const hooks = createHooks(internalsOf(document))
  const bookmarks: Bookmark[] = []
  const context = {
    document,
    metrics,
    bookmarks,
    pictures: createPictureSlots(internalsOf(document), hooks, job.pictures),
    fonts: createFontSlots(document, hooks, metrics),
    onOps: countOps(job.scenes, onProgress),
  }
  drawPage(context, first, 1)
  for (const [index, next] of others.entries()) {
    const { format, orientation } = pageOf(next)
    document.addPage(format, orientation)
    drawPage(context, next, index + 2)
  }
  writeMeta(document, hooks, job)
  writeOutline(internalsOf(document), hooks, bookmarks)
  onProgress(DRAWING_SHARE)
  const bytes = new Uint8Array(document.output('arraybuffer'))
  hooks.rethrow()
  onProgress(1)
  return ok(bytes)
}

function drawPage(context: DrawContext, scene: Scene, page: number): void {
  drawScene(context, scene, page)
  if (scene.boxes === undefined) return
  const { pageContext } = internalsOf(context.document).getPageInfo(page)
  pageContext.trimBox = boxOf(scene.boxes.trim, scene.height)
  pageContext.bleedBox = boxOf(scene.boxes.bleed, scene.height)
}

/** In points from the bottom left. */
function boxOf({ x, y, width, height }: Rect, pageHeight: number) {
  return {
    bottomLeftX: x / MM_PER_POINT,
    bottomLeftY: (pageHeight - y - height) / MM_PER_POINT,
    topRightX: (x + width) / MM_PER_POINT,
    topRightY: (pageHeight - y) / MM_PER_POINT,
  }
}

/** jsPDF swaps the sides unless the orientation says the same. */
function pageOf({ width, height }: Scene) {
  // 5,080 mm are a hair more than 14,400 points in floating numbers, and jsPDF would complain.
  const points = (length: number) => Math.min(LONGEST_PAGE_POINTS, length / MM_PER_POINT)
  return {
    format: [points(width), points(height)],
    orientation: width > height ? ('landscape' as const) : ('portrait' as const),
  }
}

function countOps(scenes: readonly Scene[], onProgress: PosterProgress): (count: number) => void {
  const total = Math.max(
    1,
    scenes.reduce((sum, { ops }) => sum + ops.length, 0),
  )
  let done = 0
  return (count) => {
    done += count
    onProgress((DRAWING_SHARE * done) / total)
  }
}
