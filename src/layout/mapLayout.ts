/**
 * What `layoutMap` returns: every rectangle and every line of one journey's map, in millimetres. Canvas (hit tests,
 * windowing, drop targets, sticky titles), wall and poster all read this; none of them measures or breaks text. Lines
 * of cards and placements are relative to the sheet they stand on, so that a moved sheet keeps its block.
 */
import type { ActivityId } from '../model/records/activity.ts'
import type { CardId, EvidenceKind } from '../model/records/card.ts'
import type { LaneId } from '../model/records/lane.ts'
import type { MediaId } from '../model/records/media.ts'
import type { MicroMomentId } from '../model/records/microMoment.ts'
import type { PersonaId } from '../model/records/persona.ts'
import type { PhaseId } from '../model/records/phase.ts'
import type { PlacementId } from '../model/records/placement.ts'
import type { TouchpointId } from '../model/records/touchpoint.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { CurveLayout } from './curveLayout.ts'
import type { MapMeasures } from './mapMeasures.ts'
import type { Colour, Rect, Segment } from './scene.ts'
import type { FaceLevel } from './symbols/smileys.ts'
import type { PlacedFace, PlacedSymbol, Thumb, Tone } from './placedSigns.ts'
import type { SymbolName } from './symbols/symbolNames.ts'
import type { TextBlock } from './textBlock.ts'

/** The content of a card, relative to its top left corner. */
export interface CardBlock {
  readonly width: number
  readonly height: number
  readonly text: TextBlock
  /** The touchpoint the card is about, above the text. */
  readonly about: TextBlock | null
  readonly thumbs: readonly Thumb[]
  /** Where the symbol of the card's type goes. */
  readonly typeMark: Omit<PlacedSymbol, 'name'>
  readonly evidenceMark: (PlacedSymbol & { readonly evidence: EvidenceKind }) | null
  readonly votesMark: PlacedSymbol | null
  /** That there is something to hear or to watch. */
  readonly recordingMarks: readonly PlacedSymbol[]
  /** Initials and number of votes. */
  readonly smallText: TextBlock
}

export interface PlacedCard extends Rect {
  readonly cardId: CardId
  readonly laneId: LaneId | null
  readonly activityId: ActivityId | null
  readonly placementId: PlacementId | null
  readonly tone: Tone
  readonly block: CardBlock
}

export interface ChannelChip extends Rect {
  readonly colour: Colour | null
  readonly text: TextBlock
}

export interface PlacementBlock {
  readonly width: number
  readonly height: number
  readonly name: TextBlock
  readonly chip: ChannelChip | null
  readonly marks: readonly PlacedSymbol[]
  readonly face: PlacedFace | null
  readonly thumb: Thumb | null
}

export interface PlacedPlacement extends Rect {
  readonly placementId: PlacementId
  readonly touchpointId: TouchpointId | null
  readonly activityId: ActivityId
  readonly block: PlacementBlock
}

export interface PhaseLayout extends Rect {
  readonly phaseId: PhaseId
  readonly colour: Colour | null
  /** Rank among the phases, for a default colour. */
  readonly rank: number
  readonly outline: readonly Segment[]
  readonly text: TextBlock
}

export interface MicroMomentLayout extends Rect {
  readonly microMomentId: MicroMomentId
  readonly kind: 'objective' | 'unplanned'
  readonly text: TextBlock
}

/** One column of the map; `rect` of its arrow card, `x` and `width` of the whole column. */
export interface ColumnLayout {
  readonly key: string
  readonly phaseId: PhaseId
  /** Null for the empty column of a phase that has no activity yet. */
  readonly activityId: ActivityId | null
  readonly x: number
  readonly width: number
  readonly card: Rect
  readonly outline: readonly Segment[]
  readonly text: TextBlock | null
  readonly marks: readonly PlacedSymbol[]
}

export interface SlotLayout extends Rect {
  readonly phaseId: PhaseId
}

export interface CellLayout extends Rect {
  readonly laneId: LaneId
  readonly activityId: ActivityId
  readonly phaseId: PhaseId
  readonly cardIds: readonly CardId[]
  /** What is left of the cell below its last sheet: here an empty cell invites. */
  readonly free: Rect
}

export interface LaneLayout extends Rect {
  readonly laneId: LaneId
  readonly tone: Tone
  readonly title: Rect
  readonly text: TextBlock
  readonly symbol: PlacedSymbol
}

export interface BoxLayout extends Rect {
  readonly title: Rect
  readonly text: TextBlock
}

export interface PileCard extends Rect {
  readonly activityId: ActivityId
  readonly outline: readonly Segment[]
  readonly text: TextBlock
  readonly marks: readonly PlacedSymbol[]
}

export interface PileLayout extends BoxLayout {
  readonly activities: readonly PileCard[]
}

export interface PersonaLayout extends Rect {
  readonly personaId: PersonaId
  readonly portrait: Rect & { readonly mediaId: MediaId | null; readonly initials: TextBlock }
  readonly name: TextBlock
  readonly role: TextBlock
  readonly quote: TextBlock
}

export interface HeaderLayout extends Rect {
  readonly title: TextBlock
  readonly details: TextBlock
  readonly persona: PersonaLayout | null
}

export type LegendSample =
  | { readonly kind: 'symbol'; readonly name: SymbolName; readonly tone: Tone | null }
  | { readonly kind: 'face'; readonly level: FaceLevel }
  | { readonly kind: 'chip'; readonly colour: Colour | null; readonly code: string }
  | { readonly kind: 'view'; readonly view: 'inside' | 'outside' }
  | { readonly kind: 'spread' | 'gap' }

export interface LegendItem extends Rect {
  readonly sample: LegendSample
  readonly sampleRect: Rect
  /** The code on a channel's chip. */
  readonly sampleText: TextBlock
  readonly text: TextBlock
}

export interface LegendLayout extends Rect {
  readonly items: readonly LegendItem[]
}

export interface MapLayout {
  readonly journeyId: JourneyId
  readonly width: number
  readonly height: number
  readonly measures: MapMeasures
  readonly header: HeaderLayout | null
  /** Where the grid of phases, columns and lanes begins and ends. */
  readonly grid: Rect
  readonly phases: readonly PhaseLayout[]
  readonly microMoments: readonly MicroMomentLayout[]
  readonly columns: readonly ColumnLayout[]
  readonly slots: readonly SlotLayout[]
  readonly lanes: readonly LaneLayout[]
  readonly cells: readonly CellLayout[]
  readonly cards: readonly PlacedCard[]
  readonly placements: readonly PlacedPlacement[]
  readonly curve: CurveLayout | null
  readonly parkingLot: BoxLayout | null
  readonly pile: PileLayout | null
  readonly legend: LegendLayout | null
  /** Sketches are drawn in map units anywhere on this area. */
  readonly sketchArea: Rect
}
