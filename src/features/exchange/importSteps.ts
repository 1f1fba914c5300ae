/** The steps of an import, always in the same order: choose, name the columns where there are any, look ahead, take over. */
import type { Ahead, Found, ImportTarget, ImportTools, NoteWish } from './importTools.ts'

export type FoundNotes = Extract<Found, { kind: 'notes' }>

export interface MapStep {
  readonly step: 'map'
  readonly found: FoundNotes
  readonly target: ImportTarget
  readonly wish: NoteWish
}

export interface AheadStep {
  readonly step: 'ahead'
  readonly name: string
  readonly target: ImportTarget
  readonly ahead: Ahead
  /** Null where there were no columns to name. */
  readonly map: MapStep | null
}

export type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly done: number }
  | MapStep
  | AheadStep
  | { readonly step: 'writing' }
  | { readonly step: 'troubles'; readonly found: Extract<Found, { kind: 'troubles' }> }

export function stepAfterReading(tools: ImportTools, found: Found): ImportStep {
  const [target = 'new'] = tools.targets
  switch (found.kind) {
    case 'troubles':
      return { step: 'troubles', found }
    case 'records':
      return { step: 'ahead', name: found.name, target, ahead: tools.lookAhead(target, null), map: null }
    case 'notes':
      return mapStep(tools, found, target)
  }
}

function mapStep(tools: ImportTools, found: FoundNotes, target: ImportTarget): MapStep {
  const { roles, hasHeader } = found.table
  const wish: NoteWish = {
    roles,
    hasHeader,
    laneId: '',
    activityId: '',
    colours: {},
    makesMissing: target === 'new',
  }
  return { step: 'map', found, target, wish: withRemembered(tools, target, wish) }
}

/** Colours that were given a lane before have it again. */
export function withRemembered(tools: ImportTools, target: ImportTarget, wish: NoteWish): NoteWish {
  const remembered = tools
    .coloursIn(wish)
    .map(({ colour }): [string, string] => [colour, tools.laneOfColour(target, colour)])
    .filter(([, laneId]) => laneId !== '')
  return { ...wish, colours: { ...Object.fromEntries(remembered), ...wish.colours } }
}

export function lookStep(tools: ImportTools, map: MapStep): AheadStep {
  const { found, target, wish } = map
  return { step: 'ahead', name: found.name, target, ahead: tools.lookAhead(target, wish), map }
}

/** Another workshop has other lanes: what was chosen among those of the first means nothing there. */
export function withTarget(tools: ImportTools, step: MapStep | AheadStep, target: ImportTarget): ImportStep {
  if (step.step === 'map') {
    const { roles, hasHeader } = step.wish
    const { wish } = mapStep(tools, step.found, target)
    return { ...step, target, wish: withRemembered(tools, target, { ...wish, roles, hasHeader }) }
  }
  if (step.map === null) return { ...step, target, ahead: tools.lookAhead(target, null) }
  const map = withTarget(tools, step.map, target)
  return map.step === 'map' ? lookStep(tools, map) : map
}
