/** One line of text: as many runs as it needs fonts, each continuing where the one before ended. */
import type { TextRun } from '../../layout/font/textRuns.ts'
import type { FontFace, SceneOp } from '../../layout/scene.ts'
import type { CodeWidth } from '../subset/fontUse.ts'
import type { CodedRun, ContentWriter } from './ContentWriter.ts'
import type { DrawContext } from './drawContext.ts'
import { visualOrder } from './visualOrder.ts'

type TextOp = Extract<SceneOp, { kind: 'text' }>

export function drawText(context: DrawContext, content: ContentWriter, op: TextOp): void {
  const runs = context.metrics.runs(visualOrder(op.text), op.font)
  if (runs.length === 0) return
  content.line({ ...op, runs: runs.flatMap((run) => codedRuns(context, run, op.font)) })
}

/** Usually one; glyphs of one and of two bytes are in different fonts. */
function codedRuns({ fonts }: DrawContext, run: TextRun, face: FontFace): readonly CodedRun[] {
  const missing = run.font === 'missing'
  const key = run.font === 'missing' ? face : run.font
  const use = fonts.use(key)
  const parts: { readonly width: CodeWidth; codes: string }[] = []
  for (const glyph of run.glyphs) {
    const { width, code } = use.encode(glyph, missing)
    let part = parts.at(-1)
    if (part?.width !== width) parts.push((part = { width, codes: '' }))
    part.codes += width === 'narrow' ? String.fromCharCode(code) : code.toString(16).padStart(4, '0')
  }
  return parts.map(({ width, codes }) => ({
    font: fonts.name(key, width),
    string: width === 'narrow' ? `(${codes})` : `<${codes}>`,
  }))
}
