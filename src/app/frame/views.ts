/** The views of a workshop, in the order of the rail, with their addresses. */
import type { MessageKey } from '../../i18n/translate.ts'

export const VIEWS = ['map', 'outline', 'personas', 'touchpoints', 'poster'] as const

export type View = (typeof VIEWS)[number]

export const VIEW_LABELS = {
  map: 'frame.map',
  outline: 'frame.outline',
  personas: 'frame.personas',
  touchpoints: 'frame.touchpoints',
  poster: 'frame.poster',
} as const satisfies Readonly<Record<View, MessageKey>>

/** An address that names no view shows the map. */
export function viewOf(panel: string | undefined): View {
  return VIEWS.find((view) => view === panel) ?? 'map'
}

export function viewPath(workshopId: string, view: View): string {
  return view === 'map' ? `/w/${workshopId}` : `/w/${workshopId}/${view}`
}
