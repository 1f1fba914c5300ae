/** The lanes that sheets to write on are made for, with the names and signs of the map. */
import { toneOfLane } from '../../layout/laneSymbols.ts'
import type { Colour } from '../../layout/scene.ts'
import type { SymbolName } from '../../layout/symbols/symbolNames.ts'
import { toneColour } from '../../layout/theme.ts'
import type { LaneId, LaneKind } from '../../model/records/lane.ts'
import { orderedLanes } from '../../model/select/orderedLanes.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { SheetSource } from './sheetSource.ts'

export interface SheetLane {
  readonly id: LaneId
  readonly kind: LaneKind
  readonly title: string
  readonly colour: Colour
  readonly symbol: SymbolName
}

export function sheetLanes({ snapshot, journey, wish, labels, theme }: SheetSource): readonly SheetLane[] {
  return orderedLanes(snapshot, journey.id)
    .filter(({ id }) => wish.laneIds?.includes(id) ?? true)
    .map((lane) => {
      const typeId = lane.cardTypeId
      const type =
        typeId === null ? undefined : snapshot.cardTypes.get(standsFor(snapshot, 'cardTypes', typeId))
      const tone = toneOfLane(lane, type)
      return {
        id: lane.id,
        kind: lane.kind,
        title: lane.title || labels.lanes[lane.kind],
        colour: toneColour(theme, tone),
        symbol: tone.symbol,
      }
    })
}

/** The curve and the line of visibility are drawn, not written on. */
export type CardLane = SheetLane & { readonly kind: Exclude<LaneKind, 'curve' | 'lineOfVisibility'> }

export function takesCards(lane: SheetLane): lane is CardLane {
  return lane.kind !== 'curve' && lane.kind !== 'lineOfVisibility'
}
