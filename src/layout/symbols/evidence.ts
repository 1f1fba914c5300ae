/** What a card rests on: a question (assumption), speech (quote), an eye (observation), bars (data). */
import { box, circle, type SymbolDrawing } from './drawing.ts'

export const ASSUMPTION: SymbolDrawing = [
  {
    segments: [
      ['M', 6.5, 8.5],
      ['C', 6.5, 1.2, 18, 1.8, 17.4, 8.2],
      ['C', 17, 12, 12, 12, 12, 16.4],
    ],
    stroke: 'main',
    strokeWidth: 2.6,
  },
  { segments: circle(12, 21, 1.9), fill: 'main' },
]

const comma = (x: number): SymbolDrawing[number] => ({
  segments: [
    ['M', x + 7.5, 5],
    ['C', x + 2.4, 6.6, x, 10.4, x, 15],
    ['C', x, 20.4, x + 8, 20.6, x + 8, 15.4],
    ['C', x + 8, 12.4, x + 5.6, 11.2, x + 3.6, 11.4],
    ['C', x + 4, 9.4, x + 5.6, 7.8, x + 8.4, 6.8],
    ['Z'],
  ],
  fill: 'main',
})

export const QUOTE: SymbolDrawing = [comma(2.2), comma(12.8)]

export const OBSERVATION: SymbolDrawing = [
  {
    segments: [
      ['M', 1.8, 12],
      ['C', 6.2, 4.4, 17.8, 4.4, 22.2, 12],
      ['C', 17.8, 19.6, 6.2, 19.6, 1.8, 12],
      ['Z'],
    ],
    stroke: 'main',
    strokeWidth: 2.2,
  },
  { segments: circle(12, 12, 3.6), fill: 'main' },
]

export const DATA: SymbolDrawing = [
  { segments: box(3, 13, 4.6, 9), fill: 'main' },
  { segments: box(9.7, 7.5, 4.6, 14.5), fill: 'main' },
  { segments: box(16.4, 2, 4.6, 20), fill: 'main' },
]
