/**
 * Five faces for the ratings 2, 4, 6, 8 and 10. Mouth and brows differ as well as the colour, so the face can be read
 * in grey and by people who do not tell red from green.
 */
import type { Segment } from '../scene.ts'
import { circle, ellipse, type SymbolDrawing, type SymbolShape } from './drawing.ts'

export type FaceLevel = 2 | 4 | 6 | 8 | 10

const MOUTHS: Readonly<Record<FaceLevel, readonly Segment[]>> = {
  2: [
    ['M', 6.8, 18.2],
    ['C', 8.6, 13.4, 15.4, 13.4, 17.2, 18.2],
  ],
  4: [
    ['M', 7.4, 17.4],
    ['C', 9.4, 15.2, 14.6, 15.2, 16.6, 17.4],
  ],
  6: [
    ['M', 7.5, 16.2],
    ['L', 16.5, 16.2],
  ],
  8: [
    ['M', 7.2, 15],
    ['C', 9.2, 17.8, 14.8, 17.8, 16.8, 15],
  ],
  10: [['M', 6.2, 13.6], ['C', 7, 20.6, 17, 20.6, 17.8, 13.6], ['Z']],
}

const BROWS: readonly SymbolShape[] = [
  {
    segments: [
      ['M', 5.8, 6.4],
      ['L', 9.8, 8.2],
    ],
    stroke: 'ink',
    strokeWidth: 1.5,
  },
  {
    segments: [
      ['M', 18.2, 6.4],
      ['L', 14.2, 8.2],
    ],
    stroke: 'ink',
    strokeWidth: 1.5,
  },
]

export function smiley(level: FaceLevel): SymbolDrawing {
  const mouth: SymbolShape =
    level === 10
      ? { segments: MOUTHS[10], fill: 'ink' }
      : { segments: MOUTHS[level], stroke: 'ink', strokeWidth: 1.8 }
  return [
    { segments: circle(12, 12, 11), fill: 'main', stroke: 'ink', strokeWidth: 1.2 },
    { segments: ellipse(8.2, 10.2, 1.35, 1.7), fill: 'ink' },
    { segments: ellipse(15.8, 10.2, 1.35, 1.7), fill: 'ink' },
    mouth,
    ...(level === 2 ? BROWS : []),
  ]
}

/** 1–3 → 2, 3–5 → 4 …: the face nearest to a value, the better one on a tie. */
export function faceOfValue(value: number): FaceLevel {
  const level = Math.min(10, Math.max(2, Math.round(value / 2) * 2))
  switch (level) {
    case 2:
    case 4:
    case 6:
    case 8:
      return level
    default:
      return 10
  }
}
