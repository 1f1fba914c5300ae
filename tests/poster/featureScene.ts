/** A small page with one of everything that a scene can hold. */
import type { Scene, SceneOp } from '../../src/layout/scene.ts'

const INK = '#1d2433'
const text = (
  line: string,
  x: number,
  baseline: number,
  size = 5,
  font: 'regular' | 'bold' = 'regular',
): SceneOp => ({
  kind: 'text',
  text: line,
  x,
  baseline,
  font,
  size,
  colour: INK,
})

export const FEATURE_LINES = [
  'Łódź · Přibyl · Işık · Größe · naïve',
  'Ελληνικά, Привет, Հայերեն',
  'Wir sind 😀 über 🚆 und 👩🏽‍💻 froh 👍🏿',
  'Weg → Ziel ★ ➔ ✓ 12,50 €',
  'Klammer (auf) \\ zu) <b>fett</b> =1+1',
  'Tokyo 東京 fehlt',
] as const

export function featureScene(): Scene {
  return {
    width: 200,
    height: 140,
    ops: [
      { kind: 'rect', x: 0, y: 0, width: 200, height: 140, fill: '#fbfaf7' },
      { kind: 'bookmark', title: 'Reise (Łódź) 😀', y: 10, level: 0 },
      { kind: 'bookmark', title: 'Phase 1', y: 60, level: 1 },
      { kind: 'bookmark', title: 'Legende', y: 120, level: 0 },
      text('Überschrift AVATAR', 10, 16, 9, 'bold'),
      ...FEATURE_LINES.map((line, index) => text(line, 10, 28 + 8 * index)),
      {
        kind: 'rect',
        x: 120,
        y: 10,
        width: 60,
        height: 20,
        radius: 4,
        fill: '#d9e8fb',
        stroke: '#2a5db0',
        strokeWidth: 1,
      },
      {
        kind: 'rect',
        x: 120,
        y: 35,
        width: 60,
        height: 10,
        stroke: '#2a5db0',
        strokeWidth: 0.5,
        dash: [3, 2],
      },
      {
        kind: 'path',
        segments: [['M', 120, 50], ['L', 170, 50], ['L', 180, 57], ['L', 170, 64], ['L', 120, 64], ['Z']],
        fill: '#ece0f8',
      },
      {
        kind: 'path',
        segments: [
          ['M', 10, 100],
          ['C', 60, 70, 100, 130, 190, 85],
        ],
        stroke: '#c0392b',
        strokeWidth: 1.2,
      },
      { kind: 'clip', x: 120, y: 70, width: 30, height: 8 },
      { kind: 'rect', x: 100, y: 60, width: 80, height: 40, fill: '#fff3b0' },
      { kind: 'rect', x: 140, y: 60, width: 80, height: 40, fill: '#d7f0d2' },
      { kind: 'restore' },
      { kind: 'rect', x: 160, y: 70, width: 20, height: 8, fill: '#fff3b0' },
      { kind: 'picture', mediaId: 'photo', x: 20, y: 108, width: 36, height: 24, radius: 2 },
      { kind: 'picture', mediaId: 'photo', x: 64, y: 108, width: 24, height: 24 },
      { kind: 'picture', mediaId: 'elsewhere', x: 96, y: 108, width: 36, height: 24 },
      text('https://example.org', 140, 120, 4),
      { kind: 'link', url: 'https://example.org/reise?a=(1)&b=ü', x: 140, y: 116, width: 40, height: 5 },
      { kind: 'link', url: 'javascript:alert(1)', x: 140, y: 124, width: 40, height: 5 },
    ],
  }
}
