/**
 * One scene onto the current page, operation by operation in order. Pictures and links go through jsPDF, everything
 * else is written directly.
 */
import type { jsPDF } from 'jspdf'
import { MM_PER_POINT, type Rect, type Scene, type SceneOp } from '../../layout/scene.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { ContentWriter } from './ContentWriter.ts'
import type { DrawContext, PageTarget } from './drawContext.ts'
import { drawPicture } from './drawPicture.ts'
import { drawText } from './drawText.ts'
import { internalsOf } from './jsPdfInternals.ts'

const REPORT_EVERY = 100

export function drawScene(context: DrawContext, scene: Scene, page: number): void {
  const { write } = internalsOf(context.document)
  const content = new ContentWriter(scene.height)
  const target: PageTarget = { page, height: scene.height, content, flush: () => write(content.take()) }
  for (const [index, op] of scene.ops.entries()) {
    drawOp(context, target, op)
    if ((index + 1) % REPORT_EVERY === 0) context.onOps(REPORT_EVERY)
  }
  content.end()
  target.flush()
  context.onOps(scene.ops.length % REPORT_EVERY)
}

function drawOp(context: DrawContext, target: PageTarget, op: SceneOp): void {
  const { content } = target
  switch (op.kind) {
    case 'rect':
      return content.rect(op, op.radius ?? 0, op)
    case 'path':
      return content.path(op.segments, op)
    case 'text':
      return drawText(context, content, op)
    case 'picture':
      return drawPicture(context, target, op)
    case 'clip':
      return content.clip(op)
    case 'restore':
      return content.restore()
    case 'link':
      return addLink(context.document, op, op.url)
    case 'bookmark':
      context.bookmarks.push({
        title: op.title,
        level: op.level,
        page: target.page,
        top: Math.round((target.height - op.y) / MM_PER_POINT),
      })
      return
    default:
      assertNever(op, 'scene operation')
  }
}

/** Only addresses that lead to a page or a mailbox: a poster travels, and a viewer would run what it is told to. */
function addLink(document: jsPDF, area: Rect, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) return
  const [x, y, width, height] = [area.x, area.y, area.width, area.height].map((mm) => mm / MM_PER_POINT)
  document.link(x ?? 0, y ?? 0, width ?? 0, height ?? 0, { url: url.href })
}
