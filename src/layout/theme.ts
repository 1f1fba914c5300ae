/**
 * The colours of the board in three lights. A warm, quiet ground; sheets are the lightest thing on it; colour is kept
 * for phases, edges, marks and the curve. Text and signs reach WCAG AA on what they stand on (tests check it).
 */
import type { LaneKind } from '../model/records/lane.ts'
import type { RatingView } from '../model/records/rating.ts'
import { isColour } from './colour.ts'
import type { Mood } from './curveLayout.ts'
import type { Colour } from './scene.ts'
import type { FaceLevel } from './symbols/smileys.ts'

export interface MapTheme {
  readonly name: 'light' | 'dark' | 'print'
  readonly board: Colour
  readonly panel: Colour
  readonly panelEdge: Colour
  readonly sheet: Colour
  readonly sheetEdge: Colour
  readonly ink: Colour
  readonly quietInk: Colour
  readonly line: Colour
  readonly lane: Colour
  readonly activity: Colour
  readonly activityInk: Colour
  readonly bolt: Colour
  readonly star: Colour
  readonly mark: Colour
  readonly markEdge: Colour
  readonly tones: Readonly<Record<LaneKind, Colour>>
  /** How strongly a lane's title is tinted with its tone. */
  readonly titleTint: number
  readonly phases: readonly Colour[]
  readonly bands: Readonly<Record<Mood, Colour>>
  readonly views: Readonly<Record<RatingView, Colour>>
  readonly spreadTint: number
  readonly gap: Colour
  readonly faces: Readonly<Record<FaceLevel, Colour>>
  readonly faceInk: Colour
  readonly chip: Colour
}

const TONES: MapTheme['tones'] = {
  storyboard: '#7a6a58',
  touchpoints: '#33658a',
  expectations: '#157f86',
  sentiments: '#b4447a',
  painPoints: '#c0312f',
  momentsOfTruth: '#a87400',
  ideas: '#4f8a2e',
  insights: '#5a4fb0',
  curve: '#5b6470',
  own: '#8a5a2b',
  frontstage: '#2a7f62',
  lineOfVisibility: '#5b6470',
  backstage: '#6b5b95',
  support: '#4a6fa5',
}

const LIGHT_TONES: MapTheme['tones'] = {
  storyboard: '#c3b19b',
  touchpoints: '#86b7dd',
  expectations: '#5cc4ca',
  sentiments: '#ee8fbb',
  painPoints: '#ff8a80',
  momentsOfTruth: '#f0bd4f',
  ideas: '#98cf74',
  insights: '#b0a7f5',
  curve: '#b4bdc8',
  own: '#dba873',
  frontstage: '#6fd0ae',
  lineOfVisibility: '#b4bdc8',
  backstage: '#c0afe8',
  support: '#9dbdea',
}

const PHASES: readonly Colour[] = [
  '#f4a259',
  '#f2c14e',
  '#8cb369',
  '#5b8e7d',
  '#3d7ea6',
  '#5c6bc0',
  '#9c4f96',
  '#bc4b51',
]

const FACES: MapTheme['faces'] = { 2: '#e5594f', 4: '#f0924a', 6: '#f3c64b', 8: '#a9cf62', 10: '#5fb96a' }

export const LIGHT_THEME: MapTheme = {
  name: 'light',
  board: '#f6f1e9',
  panel: '#fcf9f4',
  panelEdge: '#e3d9ca',
  sheet: '#ffffff',
  sheetEdge: '#dfd5c6',
  ink: '#2a2520',
  quietInk: '#6a6056',
  line: '#e3d9ca',
  lane: '#efe8dc',
  activity: '#2b66a8',
  activityInk: '#ffffff',
  bolt: '#c8242b',
  star: '#b98500',
  mark: '#ffffff',
  markEdge: '#d8ccba',
  tones: TONES,
  titleTint: 0.2,
  phases: PHASES,
  bands: { bad: '#f9e1db', fair: '#faf0d3', good: '#e2f0dc' },
  views: { inside: '#2b4c9b', outside: '#b5410f' },
  spreadTint: 0.2,
  gap: '#8d7f70',
  faces: FACES,
  faceInk: '#3a2a16',
  chip: '#5b6470',
}

export const PRINT_THEME: MapTheme = {
  ...LIGHT_THEME,
  name: 'print',
  board: '#ffffff',
  panel: '#faf7f2',
  sheetEdge: '#d3c8b8',
  lane: '#f5f0e8',
}

/**
 * For plotters: paper is the ground, because a pale tint over a square metre comes out as stripes and dots; what is
 * tinted is tinted enough to be printed evenly.
 */
export const POSTER_THEME: MapTheme = {
  ...PRINT_THEME,
  sheetEdge: '#c3b6a3',
  lane: '#ffffff',
  titleTint: 0.24,
  bands: { bad: '#f9e1db', fair: '#f9ecc4', good: '#daecd2' },
}

export const DARK_THEME: MapTheme = {
  name: 'dark',
  board: '#1b1917',
  panel: '#24211e',
  panelEdge: '#3b3631',
  sheet: '#2f2b27',
  sheetEdge: '#4a443d',
  ink: '#f4eee6',
  quietInk: '#b9aea1',
  line: '#3b3631',
  lane: '#24211e',
  activity: '#2f6db3',
  activityInk: '#ffffff',
  bolt: '#ff6b62',
  star: '#f5bd35',
  mark: '#26231f',
  markEdge: '#5a534b',
  tones: LIGHT_TONES,
  titleTint: 0.18,
  phases: PHASES,
  bands: { bad: '#46292a', fair: '#43391f', good: '#26402c' },
  views: { inside: '#8fb0ff', outside: '#ffa36b' },
  spreadTint: 0.24,
  gap: '#a2978b',
  faces: FACES,
  faceInk: '#2a1e10',
  chip: '#7d8794',
}

export function phaseColour(theme: MapTheme, colour: Colour | null, rank: number): Colour {
  if (colour !== null && isColour(colour)) return colour
  return theme.phases[rank % theme.phases.length] ?? theme.activity
}

export function toneColour(
  theme: MapTheme,
  tone: { readonly kind: LaneKind; readonly colour: Colour | null },
): Colour {
  return tone.colour !== null && isColour(tone.colour) ? tone.colour : theme.tones[tone.kind]
}
