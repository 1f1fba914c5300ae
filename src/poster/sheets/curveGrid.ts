/** The grid of the performance curve from 1 to 10, with faces beside it: pins and string, or a pen, do the rest. */
import { opsOfFace } from '../../layout/ops/opsOfSigns.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { setAt, type SheetSource } from './sheetSource.ts'

const LEVELS = Array.from({ length: 10 }, (_, index) => index + 1)
const FACES = [2, 6, 10] as const

export function curveGrid(source: SheetSource, area: Rect, scale: number): readonly SceneOp[] {
  const { theme } = source
  const step = area.height / 11
  const yOf = (level: number): number => area.y + area.height - level * step
  const size = Math.min(step * 0.9, 3.2 * (0.35 + 0.65 * scale))
  const face = Math.min(step * 1.5, 6 * (0.35 + 0.65 * scale))
  const left = area.x + 3 * size + face
  return [
    ...LEVELS.flatMap((level): readonly SceneOp[] => [
      {
        kind: 'path',
        segments: [
          ['M', left, yOf(level)],
          ['L', area.x + area.width, yOf(level)],
        ],
        stroke: theme.markEdge,
        strokeWidth: level === 5 ? 0.5 : 0.25,
      },
      ...setAt(
        source,
        String(level),
        { points: (size * 72) / 25.4, colour: theme.quietInk, lineHeight: 1 },
        { x: area.x + face + 0.6 * size, y: yOf(level) - size / 2, width: 1.8 * size, align: 'right' },
      ).ops,
    ]),
    ...FACES.flatMap((level) =>
      opsOfFace({ level, x: area.x + 0.5, y: yOf(level) - face / 2, size: face }, theme),
    ),
  ]
}
