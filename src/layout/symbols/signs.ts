/** Small signs without a colour of their own: unplanned moment, invitation, sound and film. */
import { circle, openPath, polygon, type SymbolDrawing } from './drawing.ts'

const ray = (x1: number, y1: number, x2: number, y2: number): SymbolDrawing[number] => ({
  segments: openPath([
    [x1, y1],
    [x2, y2],
  ]),
  stroke: 'main',
  strokeWidth: 2.6,
})

export const SPARK: SymbolDrawing = [
  ray(12, 2, 12, 8),
  ray(12, 16, 12, 22),
  ray(2, 12, 8, 12),
  ray(16, 12, 22, 12),
  ray(5, 5, 9, 9),
  ray(15, 15, 19, 19),
  ray(19, 5, 15, 9),
  ray(9, 15, 5, 19),
]

export const PLUS: SymbolDrawing = [ray(12, 3.5, 12, 20.5), ray(3.5, 12, 20.5, 12)]

export const SOUND: SymbolDrawing = [
  {
    segments: polygon([
      [2, 9],
      [6.5, 9],
      [12.5, 3.5],
      [12.5, 20.5],
      [6.5, 15],
      [2, 15],
    ]),
    fill: 'main',
  },
  {
    segments: [
      ['M', 16, 8],
      ['C', 18.4, 10, 18.4, 14, 16, 16],
    ],
    stroke: 'main',
    strokeWidth: 2,
  },
  {
    segments: [
      ['M', 19, 5],
      ['C', 23.4, 9, 23.4, 15, 19, 19],
    ],
    stroke: 'main',
    strokeWidth: 2,
  },
]

export const FILM: SymbolDrawing = [
  { segments: circle(12, 12, 10), stroke: 'main', strokeWidth: 2.2 },
  {
    segments: polygon([
      [9.4, 7],
      [17.4, 12],
      [9.4, 17],
    ]),
    fill: 'main',
  },
]
