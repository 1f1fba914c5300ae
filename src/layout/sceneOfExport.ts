/** The map as it leaves in a file to look at: printed colours, nothing that invites to write, no names of people. */
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import { layoutMap } from './layoutMap.ts'
import { type MapOptions, mapOptions } from './mapOptions.ts'
import type { Scene } from './scene.ts'
import { sceneOfMap } from './sceneOfMap.ts'
import { PRINT_THEME } from './theme.ts'

export function sceneOfExport(
  snapshot: WorkshopSnapshot,
  basics: Pick<MapOptions, 'journeyId' | 'metrics' | 'labels'>,
): Scene {
  const options = mapOptions(basics, { inviting: false, showAuthors: false })
  return sceneOfMap(layoutMap(snapshot, options), PRINT_THEME)
}
