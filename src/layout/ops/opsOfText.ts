/** A block of lines as ops. Hyphens at parted words are strokes, not characters: copied text stays whole. */
import type { Colour, SceneOp } from '../scene.ts'
import type { PlacedLine, TextBlock } from '../textBlock.ts'

/** The bar of a hyphen within its advance width, in em. */
const HYPHEN = { inset: 0.04, width: 0.22, above: 0.215, height: 0.07 }

function hyphenOf(line: PlacedLine, advance: number, colour: Colour, dx: number, dy: number): SceneOp {
  return {
    kind: 'rect',
    x: line.x + dx + line.width - advance + HYPHEN.inset * line.size,
    y: line.baseline + dy - (HYPHEN.above + HYPHEN.height) * line.size,
    width: HYPHEN.width * line.size,
    height: HYPHEN.height * line.size,
    fill: colour,
  }
}

/** Advance of a hyphen, in em; `breakLines` added the measured one, which is close enough to place the bar. */
const HYPHEN_ADVANCE = 0.3

export function opsOfText(block: TextBlock, colour: Colour, dx = 0, dy = 0): readonly SceneOp[] {
  const ops: SceneOp[] = []
  for (const line of block.lines) {
    if (line.text.trim() === '') continue
    ops.push({
      kind: 'text',
      text: line.text,
      x: line.x + dx,
      baseline: line.baseline + dy,
      font: line.font,
      size: line.size,
      colour,
    })
    if (line.hyphen) ops.push(hyphenOf(line, HYPHEN_ADVANCE * line.size, colour, dx, dy))
  }
  return ops
}
