/** One line of text: as many runs as it needs fonts, each continuing where the one before ended. */
import type { SceneOp } from '../../layout/scene.ts'
import { MM_PER_POINT } from '../../layout/scene.ts'
import type { ContentWriter } from './contentWriter.ts'
import type { DrawContext } from './drawContext.ts'
import { visualOrder } from './visualOrder.ts'

type TextOp = Extract<SceneOp, { kind: 'text' }>

export function drawText(context: DrawContext, content: ContentWriter, op: TextOp): void {
  const runs = context.metrics.runs(visualOrder(op.text), op.font)
  if (runs.length === 0) return
  const size = String(Math.round((op.size / MM_PER_POINT) * 1000) / 1000)
  content.fill(op.colour)
  let operators = `BT ${content.length(op.x)} ${content.y(op.baseline)} Td`
  for (const run of runs) {
    const missing = run.font === 'missing'
    const { name, use } = context.fonts.use(run.font === 'missing' ? op.font : run.font)
    let codes = ''
    for (const glyph of run.glyphs) codes += use.encode(glyph, missing)
    operators += ` /${name} ${size} Tf <${codes}> Tj`
  }
  content.raw(`${operators} ET`)
}
