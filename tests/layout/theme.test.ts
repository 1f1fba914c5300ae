import { describe, expect, test } from 'vitest'
import { contrast, mix, readableInk, strengthen } from '../../src/layout/colour.ts'
import { DARK_THEME, LIGHT_THEME, type MapTheme, POSTER_THEME, PRINT_THEME } from '../../src/layout/theme.ts'
import { laneKinds } from '../../src/model/records/lane.ts'

const TEXT = 4.5
const SIGN = 3

describe.each<[string, MapTheme]>([
  ['light', LIGHT_THEME],
  ['dark', DARK_THEME],
  ['print', PRINT_THEME],
  ['poster', POSTER_THEME],
])('%s', (_name, theme) => {
  test('text reaches WCAG AA on everything it stands on', () => {
    for (const ground of [theme.board, theme.panel, theme.sheet, theme.lane]) {
      expect(contrast(theme.ink, ground)).toBeGreaterThanOrEqual(TEXT)
      expect(contrast(theme.quietInk, ground)).toBeGreaterThanOrEqual(TEXT)
    }
    expect(contrast(theme.activityInk, theme.activity)).toBeGreaterThanOrEqual(TEXT)
    for (const kind of laneKinds) {
      const title = mix(theme.panel, theme.tones[kind], theme.titleTint)
      expect(contrast(theme.ink, title)).toBeGreaterThanOrEqual(TEXT)
    }
  })

  test('numbers at pins are readable on every band, also on the spread', () => {
    for (const band of Object.values(theme.bands)) {
      for (const colour of Object.values(theme.views)) {
        expect(contrast(colour, band)).toBeGreaterThanOrEqual(TEXT)
        expect(contrast(colour, mix(band, colour, theme.spreadTint))).toBeGreaterThanOrEqual(SIGN)
      }
    }
  })

  test('signs can be told from what they stand on', () => {
    for (const tone of Object.values(theme.tones)) {
      expect(contrast(strengthen(tone, theme.sheet, SIGN), theme.sheet)).toBeGreaterThanOrEqual(SIGN)
    }
    expect(contrast(theme.bolt, theme.mark)).toBeGreaterThanOrEqual(SIGN)
    expect(contrast(theme.star, theme.mark)).toBeGreaterThanOrEqual(SIGN)
    for (const face of Object.values(theme.faces))
      expect(contrast(theme.faceInk, face)).toBeGreaterThanOrEqual(SIGN)
  })
})

test('ink on any ground has at least 4.5 : 1', () => {
  for (let red = 0; red < 256; red += 15) {
    for (let green = 0; green < 256; green += 15) {
      for (let blue = 0; blue < 256; blue += 15) {
        const ground = `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
        expect(contrast(readableInk(ground), ground)).toBeGreaterThanOrEqual(TEXT)
      }
    }
  }
})
