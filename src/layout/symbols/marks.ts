/** The two marks of the method: a bolt for a pain point, a star for a moment of truth; and the dot of a vote. */
import { circle, polygon, type SymbolDrawing } from './drawing.ts'

export const BOLT: SymbolDrawing = [
  {
    segments: polygon([
      [14.5, 1],
      [3.5, 14],
      [10.8, 14],
      [8.5, 23],
      [20.5, 9],
      [13, 9],
    ]),
    fill: 'main',
  },
]

function starPoints(): readonly (readonly [number, number])[] {
  return Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 11.5 : 4.8
    const angle = (Math.PI * index) / 5 - Math.PI / 2
    return [round(12 + radius * Math.cos(angle)), round(12.6 + radius * Math.sin(angle))] as const
  })
}

const round = (value: number): number => Math.round(value * 1000) / 1000

export const STAR: SymbolDrawing = [{ segments: polygon(starPoints()), fill: 'main' }]

export const VOTE_DOT: SymbolDrawing = [{ segments: circle(12, 12, 8), fill: 'main' }]
