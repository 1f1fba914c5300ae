/**
 * Snapshot in, map out: the one layout of canvas, wall and poster. Pure: the same snapshot and options give the same
 * rectangles and lines on every device. Each step knows only what the steps above it decided.
 */
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { MapLayout } from './mapLayout.ts'
import type { MapOptions } from './mapOptions.ts'
import { measureMap } from './steps/measureMap.ts'
import { parkCards } from './steps/parkCards.ts'
import { pileActivities } from './steps/pileActivities.ts'
import { placeActivities } from './steps/placeActivities.ts'
import { placeColumns } from './steps/placeColumns.ts'
import { placeHeader } from './steps/placeHeader.ts'
import { placeLanes } from './steps/placeLanes.ts'
import { placeLegend } from './steps/placeLegend.ts'
import { placeMicroMoments } from './steps/placeMicroMoments.ts'
import { placePhases, placeSlots } from './steps/placePhases.ts'
import { readMap } from './steps/readMap.ts'
import { stackCells } from './steps/stackCells.ts'
import { traceCurve } from './steps/traceCurve.ts'

export function layoutMap(snapshot: WorkshopSnapshot, options: MapOptions): MapLayout {
  const source = readMap(snapshot, options)
  const measures = measureMap(source)
  const plan = placeColumns(source, measures)
  const header = placeHeader(source, measures)
  const top = header ? header.height + 1.4 * measures.textSize : 0
  const { phases, bottom: phasesBottom } = placePhases(source, plan, measures, top)
  const moments = placeMicroMoments(source, plan, measures, phasesBottom + measures.rowGap * 0.7)
  const activitiesTop = moments.bottom + (moments.microMoments.length > 0 ? measures.rowGap * 0.5 : 0)
  const activities = placeActivities(source, plan, measures, activitiesTop)
  const slots = placeSlots(plan, measures, activitiesTop, activities.height)
  const stacked = stackCells(source, plan, measures)
  const rows = placeLanes(source, stacked, plan, measures, activities.bottom + measures.rowGap)
  const curve = traceCurve(source, plan, measures, rows)
  const parked = parkCards(source, plan, measures, rows.bottom)
  const cards = parked.cards.length === 0 ? rows.cards : [...rows.cards, ...parked.cards]
  const pile = pileActivities(source, plan, measures, top)
  const uses = { cards, columns: activities.columns, placements: rows.placements, curve }
  const legendPlace = { x: 0, y: parked.bottom + 1.2 * measures.textSize, width: plan.right }
  const legend = placeLegend(source, uses, legendPlace, measures)
  const width = Math.max(plan.right + measures.phase.tip, pile ? pile.x + pile.width : 0, header?.width ?? 0)
  const bottom = legend ? legend.y + legend.height : parked.bottom
  const height = Math.max(bottom, pile ? pile.y + pile.height : 0)
  return {
    journeyId: options.journeyId,
    width,
    height,
    measures,
    header,
    grid: { x: plan.left, y: top, width: plan.right - plan.left, height: parked.bottom - top },
    phases,
    microMoments: moments.microMoments,
    columns: activities.columns,
    slots,
    lanes: rows.lanes,
    cells: rows.cells,
    cards,
    placements: rows.placements,
    curve,
    parkingLot: parked.parkingLot,
    pile,
    legend,
    sketchArea: { x: 0, y: 0, width, height },
  }
}
