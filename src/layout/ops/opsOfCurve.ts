/**
 * The performance curve as ops. Scenes hold no transparency, so the soft spread is drawn once per band, clipped to it,
 * in the colour that a translucent one would give there.
 */
import { mix } from '../colour.ts'
import type { CurveLayout, CurveString, Pin } from '../curveLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Colour, Rect, SceneOp } from '../scene.ts'
import { circle, openPath, placeSegments, polygon } from '../symbols/drawing.ts'
import type { MapTheme } from '../theme.ts'
import { opsOfFace } from './opsOfSigns.ts'
import { opsOfText } from './opsOfText.ts'

export function opsOfCurve(curve: CurveLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  return [
    ...opsOfBands(curve, theme),
    ...opsOfGrid(curve, theme, measures),
    ...opsOfGap(curve, theme, measures),
    ...opsOfSingles(curve, theme, measures),
    ...curve.strings.flatMap((string) => opsOfString(string, theme, measures)),
    ...curve.faces.flatMap((face) => opsOfFace(face, theme)),
  ]
}

function opsOfBands(curve: CurveLayout, theme: MapTheme): readonly SceneOp[] {
  return curve.bands.flatMap((band): readonly SceneOp[] => {
    const ground = theme.bands[band.mood]
    const rect: Rect = { x: band.x, y: band.y, width: band.width, height: band.height }
    const outlines = curve.strings.flatMap(({ view, spread }) =>
      spread.map(
        (segments): SceneOp => ({
          kind: 'path',
          segments,
          fill: mix(ground, theme.views[view], theme.spreadTint),
        }),
      ),
    )
    const both = curve.overlap.map(
      (segments): SceneOp => ({
        kind: 'path',
        segments,
        fill: mix(mix(ground, theme.views.inside, theme.spreadTint), theme.views.outside, theme.spreadTint),
      }),
    )
    const ground_: SceneOp = { kind: 'rect', ...rect, fill: ground }
    if (outlines.length === 0) return [ground_]
    return [ground_, { kind: 'clip', ...rect }, ...outlines, ...both, { kind: 'restore' }]
  })
}

function opsOfGrid(curve: CurveLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const { plot } = curve
  return curve.gridlines.flatMap(({ y, label }): readonly SceneOp[] => [
    {
      kind: 'path',
      segments: openPath([
        [plot.x, y],
        [plot.x + plot.width, y],
      ]),
      stroke: theme.line,
      strokeWidth: measures.textSize * 0.05,
    },
    ...(label ? opsOfText(label, theme.quietInk) : []),
  ])
}

function opsOfGap(curve: CurveLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  if (curve.gap.length === 0) return []
  return [
    {
      kind: 'path',
      segments: curve.gap.flat(),
      stroke: theme.gap,
      strokeWidth: measures.textSize * 0.045,
    },
  ]
}

/** Staff: round dots. Customers: square ones, as the pins are. */
function opsOfSingles(curve: CurveLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const r = measures.textSize * 0.19
  return curve.singles.map(({ view, x, y }): SceneOp => {
    const dot = circle(12, 12, 12)
    const square = polygon([
      [x, y - r * 1.15],
      [x + r * 1.15, y],
      [x, y + r * 1.15],
      [x - r * 1.15, y],
    ])
    return {
      kind: 'path',
      segments: view === 'outside' ? square : placeSegments(dot, x - r, y - r, r / 12),
      fill: mix(theme.sheet, theme.views[view], 0.7),
    }
  })
}

/** Staff: a solid string over round pins. Customers: a dashed one over square pins. Agreed pins are filled. */
function opsOfString(string: CurveString, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const colour = theme.views[string.view]
  const em = measures.textSize
  const path: SceneOp = {
    kind: 'path',
    segments: openPath(string.pins.map(({ x, y }) => [x, y] as const)),
    stroke: colour,
    strokeWidth: em * 0.2,
    ...(string.view === 'outside' && { dash: [em * 0.75, em * 0.35] as const }),
  }
  return [
    ...(string.pins.length > 1 ? [path] : []),
    ...string.pins.map((pin) => opsOfPin(pin, string.view === 'outside', colour, theme, em)),
    ...string.pins.flatMap((pin) => opsOfText(pin.label, colour)),
  ]
}

function opsOfPin(pin: Pin, square: boolean, colour: Colour, theme: MapTheme, em: number): SceneOp {
  const r = em * 0.42
  const segments = square
    ? polygon([
        [pin.x, pin.y - r * 1.15],
        [pin.x + r * 1.15, pin.y],
        [pin.x, pin.y + r * 1.15],
        [pin.x - r * 1.15, pin.y],
      ])
    : placeSegments(circle(12, 12, 12), pin.x - r, pin.y - r, r / 12)
  return {
    kind: 'path',
    segments,
    fill: pin.agreed ? colour : theme.sheet,
    stroke: colour,
    strokeWidth: em * 0.14,
  }
}
