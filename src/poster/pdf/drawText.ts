/** One line of text: as many runs as it needs fonts, each continuing where the one before ended. */
import type { SceneOp } from '../../layout/scene.ts'
import type { ContentWriter } from './ContentWriter.ts'
import type { DrawContext } from './drawContext.ts'
import { visualOrder } from './visualOrder.ts'

type TextOp = Extract<SceneOp, { kind: 'text' }>

export function drawText(context: DrawContext, content: ContentWriter, op: TextOp): void {
  const runs = context.metrics.runs(visualOrder(op.text), op.font)
  if (runs.length === 0) return
  content.line({
    ...op,
    runs: runs.map((run) => {
      const missing = run.font === 'missing'
      const { name, use } = context.fonts.use(run.font === 'missing' ? op.font : run.font)
      return { font: name, codes: run.glyphs.map((glyph) => use.encode(glyph, missing)).join('') }
    }),
  })
}
