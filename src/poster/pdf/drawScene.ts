/** One scene onto the current page, operation by operation in order. Links go through jsPDF, the rest is written here. */
import type { jsPDF } from 'jspdf'
import { MM_PER_POINT, type Rect, type Scene, type SceneOp } from '../../layout/scene.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { ContentWriter } from './ContentWriter.ts'
import type { DrawContext } from './drawContext.ts'
import { drawPicture } from './drawPicture.ts'
import { drawText } from './drawText.ts'
import { internalsOf } from './jsPdfInternals.ts'

const REPORT_EVERY = 100

/** Pages count from 1. */
export function drawScene(context: DrawContext, scene: Scene, page: number): void {
  const content = new ContentWriter(scene.height)
  for (const [index, op] of scene.ops.entries()) {
    if (op.kind === 'bookmark') {
      const top = Math.round((scene.height - op.y) / MM_PER_POINT)
      const left = Math.round((op.x ?? 0) / MM_PER_POINT)
      context.bookmarks.push({ title: op.title, level: op.level, page, left, top })
    } else drawOp(context, content, op)
    if ((index + 1) % REPORT_EVERY === 0) context.onOps(REPORT_EVERY)
  }
  internalsOf(context.document).write(content.take())
  context.onOps(scene.ops.length % REPORT_EVERY)
}

type DrawnOp = Exclude<SceneOp, { kind: 'bookmark' }>

function drawOp(context: DrawContext, content: ContentWriter, op: DrawnOp): void {
  switch (op.kind) {
    case 'rect':
      return content.rect(op, op.radius ?? 0, op)
    case 'path':
      return content.path(op.segments, op)
    case 'text':
      return drawText(context, content, op)
    case 'picture':
      return drawPicture(context, content, op)
    case 'clip':
      return content.clip(op)
    case 'restore':
      return content.restore()
    case 'link':
      return addLink(context.document, op, op.url)
    default:
      assertNever(op, 'scene operation')
  }
}

/** Only addresses that lead to a page or a mailbox: a poster travels, and a viewer would run what it is told to. */
function addLink(document: jsPDF, { x, y, width, height }: Rect, address: string): void {
  const url = readUrl(address)
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) return
  const points = (millimetres: number) => millimetres / MM_PER_POINT
  document.link(points(x), points(y), points(width), points(height), { url: url.href })
}

function readUrl(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
