/**
 * From the workshop to the screen, one direction: snapshot, layout, drawings, parts. Laid out once per frame, however
 * many people write; who needs the places of what was just written before that, settles it.
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
import { itemRect } from '../hit/itemRect.ts'
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
    const sketches = placeSketches(orderedSketches(snapshot), layout, now.metrics)
    session.layout.set(layout)
    session.sketches.set(sketches)
    forgetGone(session)
    layers.parts.set(cutParts({ layout, sketches, theme: now.theme }))
  }
  const unsubscribe = workshop.subscribe(() => {
    session.snapshot.set(workshop.snapshot())
    waiting ??= requestAnimationFrame(lay)
  })
  session.settle.current = () => {
    if (waiting !== null) lay()
  }
  lay()
  return {
    refresh: lay,
    dispose: () => {
      unsubscribe()
      session.settle.current = () => undefined
      if (waiting !== null) cancelAnimationFrame(waiting)
    },
  }
}

/** Somebody may have taken away what is selected here. */
function forgetGone(session: MapSession): void {
  const selection = session.selection.get()
  const left = selection.filter(
    (item) => itemRect(session.layout.get(), session.sketches.get(), item) !== undefined,
  )
  if (left.length !== selection.length) session.selection.set(left)
}
