/** The small picture of a workshop's map as a `data:` address: the whole map, drawn from its scene. */
import { drawScene } from '../canvas/far/drawScene.ts'
import { loadTextMetrics } from '../canvas/loadTextMetrics.ts'
import { mapLabels } from '../i18n/mapLabels.ts'
import type { Locale } from '../i18n/translate.ts'
import { layoutMap } from '../layout/layoutMap.ts'
import { mapOptions } from '../layout/mapOptions.ts'
import { sceneOfMap } from '../layout/sceneOfMap.ts'
import { LIGHT_THEME } from '../layout/theme.ts'
import { mainJourney } from '../model/select/journeys.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'

const WIDTH = 480
const HEIGHT = 270
const QUALITY = 0.72

/** Null for a workshop without a journey. */
export async function drawThumbnail(snapshot: WorkshopSnapshot, locale: Locale): Promise<string | null> {
  const journey = mainJourney(snapshot)
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (journey === null || context === null) return null
  const metrics = await loadTextMetrics()
  const labels = mapLabels(locale)
  const layout = layoutMap(
    snapshot,
    mapOptions({ journeyId: journey.id, metrics, labels }, { showLegend: false }),
  )
  const scene = sceneOfMap(layout, LIGHT_THEME)
  // The left part at a size at which phases and cards can be told apart; a small map is not blown up.
  const scale = Math.min(WIDTH / Math.min(scene.width, scene.height * 2.4), 1.6)
  context.fillStyle = LIGHT_THEME.board
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.scale(scale, scale)
  drawScene(context, scene.ops, { scale, picture: () => undefined })
  return canvas.toDataURL('image/jpeg', QUALITY)
}
