/** One drawing per kind of card, so that the coloured edge never carries the meaning alone. */
import { box, circle, openPath, polygon, type SymbolDrawing } from './drawing.ts'

const LINE = 2.2

export const FRAME: SymbolDrawing = [
  { segments: box(2.5, 4, 19, 16), stroke: 'main', strokeWidth: LINE },
  {
    segments: polygon([
      [5, 17.5],
      [10, 10.5],
      [13.4, 15],
      [15.8, 12.4],
      [19, 17.5],
    ]),
    fill: 'main',
  },
  { segments: circle(16.4, 8.4, 1.7), fill: 'main' },
]

export const CONTACT: SymbolDrawing = [
  { segments: circle(8.4, 12, 6), stroke: 'main', strokeWidth: LINE },
  { segments: circle(15.6, 12, 6), stroke: 'main', strokeWidth: LINE },
]

export const TARGET: SymbolDrawing = [
  { segments: circle(12, 12, 9.6), stroke: 'main', strokeWidth: LINE },
  { segments: circle(12, 12, 4), fill: 'main' },
]

export const HEART: SymbolDrawing = [
  {
    segments: [['M', 12, 21.5], ['C', -3, 12, 3.5, 0.5, 12, 7], ['C', 20.5, 0.5, 27, 12, 12, 21.5], ['Z']],
    fill: 'main',
  },
]

export const BULB: SymbolDrawing = [
  {
    segments: [
      ['M', 9, 16.5],
      ['C', 8.6, 13.6, 5, 12.4, 5, 8.4],
      ['C', 5, -0.8, 19, -0.8, 19, 8.4],
      ['C', 19, 12.4, 15.4, 13.6, 15, 16.5],
      ['Z'],
    ],
    stroke: 'main',
    strokeWidth: LINE,
  },
  {
    segments: openPath([
      [9, 19.5],
      [15, 19.5],
    ]),
    stroke: 'main',
    strokeWidth: LINE,
  },
  {
    segments: openPath([
      [10.4, 22.6],
      [13.6, 22.6],
    ]),
    stroke: 'main',
    strokeWidth: LINE,
  },
]

export const LENS: SymbolDrawing = [
  { segments: circle(10, 10, 7), stroke: 'main', strokeWidth: 2.6 },
  {
    segments: openPath([
      [15.2, 15.2],
      [22, 22],
    ]),
    stroke: 'main',
    strokeWidth: 3.4,
  },
]

export const CURVE: SymbolDrawing = [
  {
    segments: [
      ['M', 1.5, 16],
      ['C', 7, 2, 11, 2, 13, 12],
      ['C', 14.6, 20, 18.5, 20, 22.5, 8],
    ],
    stroke: 'main',
    strokeWidth: 2.6,
  },
]

export const SHEET: SymbolDrawing = [
  {
    segments: polygon([
      [4, 3],
      [20, 3],
      [20, 15],
      [14, 21],
      [4, 21],
    ]),
    stroke: 'main',
    strokeWidth: LINE,
  },
  {
    segments: polygon([
      [20, 15],
      [14, 15],
      [14, 21],
    ]),
    fill: 'main',
  },
]

export const STAGE: SymbolDrawing = [
  { segments: circle(12, 7, 4.6), fill: 'main' },
  {
    segments: [['M', 2.6, 22], ['C', 3, 10.8, 21, 10.8, 21.4, 22], ['Z']],
    fill: 'main',
  },
]

export const BACKSTAGE: SymbolDrawing = [
  { segments: circle(12, 7, 4), stroke: 'main', strokeWidth: LINE },
  {
    segments: [['M', 3.4, 21.4], ['C', 3.6, 11.4, 20.4, 11.4, 20.6, 21.4], ['Z']],
    stroke: 'main',
    strokeWidth: LINE,
  },
]

export const SUPPORT: SymbolDrawing = [
  { segments: box(3, 3, 7.6, 7.6), fill: 'main' },
  { segments: box(13.4, 3, 7.6, 7.6), fill: 'main' },
  { segments: box(3, 13.4, 7.6, 7.6), fill: 'main' },
  { segments: circle(17.2, 17.2, 3.9), fill: 'main' },
]

export const CHECK: SymbolDrawing = [
  {
    segments: openPath([
      [3, 13],
      [9.4, 19.4],
      [21, 5.4],
    ]),
    stroke: 'main',
    strokeWidth: 3.2,
  },
]
