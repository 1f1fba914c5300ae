/**
 * From the workshop to the screen, one direction: snapshot, layout, drawings, parts. One's own changes are laid out at
 * once, so that the letter just typed is in the next frame; those of others at most once per frame.
 */
import { layoutMap } from '../../layout/layoutMap.ts'
import type { MapLayout } from '../../layout/mapLayout.ts'
import { mapOptions } from '../../layout/mapOptions.ts'
import { placeSketches } from '../../layout/placeSketches.ts'
import type { TextMetrics } from '../../layout/textMetrics.ts'
import type { MapTheme } from '../../layout/theme.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { orderedSketches } from '../../model/select/orderedSketches.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { mapLabels } from '../../i18n/mapLabels.ts'
import type { Locale } from '../../i18n/translate.ts'
import { createPartCutter } from '../projection/partsOfMap.ts'
import type { MapLayers } from './LayersContext.ts'
import type { MapSession } from './MapSession.ts'

export interface LayoutInputs {
  readonly journeyId: JourneyId
  readonly metrics: TextMetrics
  readonly locale: Locale
  readonly theme: MapTheme
  /** Slots and room for more are for those who may write. */
  readonly isInviting: boolean
}

export function layoutOf(snapshot: WorkshopSnapshot, inputs: LayoutInputs): MapLayout {
  const { journeyId, metrics, locale, isInviting } = inputs
  return layoutMap(
    snapshot,
    mapOptions({ journeyId, metrics, labels: mapLabels(locale) }, { inviting: isInviting }),
  )
}

export interface WorkshopConnection {
  /** Language, colours, journey or mode changed. */
  readonly refresh: () => void
  readonly dispose: Disposer
}

export function connectWorkshop(
  workshop: WorkshopDocument,
  session: MapSession,
  layers: Pick<MapLayers, 'parts'>,
  inputs: () => LayoutInputs,
): WorkshopConnection {
  const cutParts = createPartCutter()
  let waiting: number | null = null
  const lay = () => {
    if (waiting !== null) cancelAnimationFrame(waiting)
    waiting = null
    const snapshot = workshop.snapshot()
    const now = inputs()
    const layout = layoutOf(snapshot, now)
    const sketches = placeSketches(orderedSketches(snapshot), layout)
    session.layout.set(layout)
    session.sketches.set(sketches)
    layers.parts.set(cutParts({ layout, sketches, theme: now.theme }))
  }
  const unsubscribe = workshop.subscribe((change) => {
    session.snapshot.set(workshop.snapshot())
    if (change.origin === 'local' || change.origin === 'undo') lay()
    else waiting ??= requestAnimationFrame(lay)
  })
  lay()
  return {
    refresh: lay,
    dispose: () => {
      unsubscribe()
      if (waiting !== null) cancelAnimationFrame(waiting)
    },
  }
}
