/**
 * What each template puts into a new workshop. The first workshop shows the five lanes that the guideline begins
 * with; all other lanes are there, hidden, one tap away.
 */
import type { Journey } from './records/journey.ts'
import type { TemplateLaneKind } from './templateTexts.ts'

export type TemplateName = 'firstWorkshop' | 'full' | 'serviceBlueprint' | 'empty'

export interface TemplateLane {
  readonly kind: TemplateLaneKind
  readonly hidden: boolean
}

export interface Template {
  readonly journeyKind: Journey['kind']
  readonly lanes: readonly TemplateLane[]
  readonly hasPhases: boolean
  readonly hasPersona: boolean
}

const mapLanes: readonly TemplateLaneKind[] = [
  'storyboard',
  'touchpoints',
  'expectations',
  'sentiments',
  'painPoints',
  'momentsOfTruth',
  'ideas',
  'insights',
  'curve',
]

const begunWith: readonly TemplateLaneKind[] = [
  'expectations',
  'sentiments',
  'painPoints',
  'momentsOfTruth',
  'insights',
]

const blueprintLanes: readonly TemplateLaneKind[] = [
  'storyboard',
  'touchpoints',
  'frontstage',
  'lineOfVisibility',
  'backstage',
  'support',
  'painPoints',
  'ideas',
  'curve',
]

const shown = (kinds: readonly TemplateLaneKind[]) => kinds.map((kind) => ({ kind, hidden: false }))

export const templates: Readonly<Record<TemplateName, Template>> = {
  firstWorkshop: {
    journeyKind: 'current',
    lanes: mapLanes.map((kind) => ({ kind, hidden: !begunWith.includes(kind) })),
    hasPhases: true,
    hasPersona: true,
  },
  full: { journeyKind: 'current', lanes: shown(mapLanes), hasPhases: true, hasPersona: true },
  serviceBlueprint: {
    journeyKind: 'serviceBlueprint',
    lanes: shown(blueprintLanes),
    hasPhases: true,
    hasPersona: true,
  },
  empty: { journeyKind: 'current', lanes: [], hasPhases: false, hasPersona: false },
}
