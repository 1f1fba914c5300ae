/** Persona, title and legend as ops. */
import { mix, readableInk } from '../colour.ts'
import type { HeaderLayout, LegendItem, LegendLayout, LegendSample, PersonaLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Colour, SceneOp } from '../scene.ts'
import { ellipse, openPath } from '../symbols/drawing.ts'
import { type MapTheme, toneColour } from '../theme.ts'
import { chipColour, opsOfFace, opsOfSign, opsOfSticker } from './opsOfSigns.ts'
import { opsOfText } from './opsOfText.ts'

export function opsOfPersona(
  persona: PersonaLayout,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  const { x, y, width, height } = persona
  return [
    {
      kind: 'rect',
      x,
      y,
      width,
      height,
      radius: measures.textSize * 0.7,
      fill: theme.panel,
      stroke: theme.panelEdge,
      strokeWidth: measures.textSize * 0.07,
    },
    ...opsOfPortrait(persona.portrait, theme),
    ...opsOfText(persona.name, theme.ink),
    ...opsOfText(persona.role, theme.quietInk),
    ...opsOfText(persona.quote, theme.ink),
  ]
}

/** A head and shoulders' worth of colour with initials until there is a picture. */
export function opsOfPortrait(portrait: PersonaLayout['portrait'], theme: MapTheme): readonly SceneOp[] {
  const { x, y, width, height, mediaId } = portrait
  const fill = mix(theme.panel, theme.activity, 0.8)
  const radius = Math.min(width, height) / 2
  return [
    { kind: 'path', segments: ellipse(x + width / 2, y + height / 2, width / 2, height / 2), fill },
    ...(mediaId === null
      ? opsOfText(portrait.initials, readableInk(fill))
      : ([{ kind: 'picture', x, y, width, height, radius, mediaId }] as const)),
  ]
}

export function opsOfHeader(
  header: HeaderLayout,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  return [
    ...(header.persona ? opsOfPersona(header.persona, theme, measures) : []),
    ...opsOfText(header.title, theme.ink),
    ...opsOfText(header.details, theme.quietInk),
  ]
}

export function opsOfLegend(legend: LegendLayout, theme: MapTheme): readonly SceneOp[] {
  return legend.items.flatMap((item) => [...opsOfSample(item, theme), ...opsOfText(item.text, theme.ink)])
}

function signColour(sample: Extract<LegendSample, { kind: 'symbol' }>, theme: MapTheme): Colour {
  if (sample.name === 'vote') return theme.bolt
  return sample.tone ? toneColour(theme, sample.tone) : theme.quietInk
}

function opsOfSample(item: LegendItem, theme: MapTheme): readonly SceneOp[] {
  const { sample, sampleRect: rect } = item
  switch (sample.kind) {
    case 'symbol': {
      const sign = { name: sample.name, x: rect.x, y: rect.y, size: rect.width }
      if (sample.name === 'bolt' || sample.name === 'star') return opsOfSticker(sign, theme)
      return opsOfSign(sign, signColour(sample, theme), theme.board)
    }
    case 'face':
      return opsOfFace({ level: sample.level, x: rect.x, y: rect.y, size: rect.width }, theme)
    case 'chip': {
      const fill = chipColour(theme, sample.colour)
      return [
        { kind: 'rect', ...rect, radius: rect.height * 0.28, fill },
        ...opsOfText(item.sampleText, readableInk(fill)),
      ]
    }
    default:
      return opsOfCurveSample(item, theme)
  }
}

function opsOfCurveSample(item: LegendItem, theme: MapTheme): readonly SceneOp[] {
  const { sample, sampleRect: rect } = item
  const middle = rect.y + rect.height / 2
  if (sample.kind === 'view') {
    return [
      {
        kind: 'path',
        segments: openPath([
          [rect.x, middle],
          [rect.x + rect.width, middle],
        ]),
        stroke: theme.views[sample.view],
        strokeWidth: rect.height * 0.18,
        ...(sample.view === 'outside' && { dash: [rect.height * 0.65, rect.height * 0.3] as const }),
      },
    ]
  }
  if (sample.kind === 'spread') {
    return [{ kind: 'rect', ...rect, fill: mix(theme.bands.fair, theme.views.inside, theme.spreadTint) }]
  }
  const strokes = [0.1, 0.3, 0.5, 0.7, 0.9].map((share): SceneOp => {
    const x = rect.x + share * rect.width
    const half = rect.height * 0.42
    return {
      kind: 'path',
      segments: openPath([
        [x + half / 2, middle - half],
        [x - half / 2, middle + half],
      ]),
      stroke: theme.gap,
      strokeWidth: rect.height * 0.08,
    }
  })
  return strokes
}
