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
  // The beginning of the map, filling the picture, so that phases and cards can be told apart; never blown up.
  const cover = Math.max(WIDTH / scene.width, HEIGHT / scene.height)
  const scale = Math.min(cover * 1.7, 1.6)
  context.fillStyle = LIGHT_THEME.board
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.scale(scale, scale)
  drawScene(context, scene.ops, { scale, picture: () => undefined })
  return canvas.toDataURL('image/jpeg', QUALITY)
}
