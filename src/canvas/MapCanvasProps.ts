/**
 * The whole contract between the map on screen and the app around it. Kept in its own file, free of React components
 * and of the drawing engine, so that the app composes against it and another engine could take its place.
 */
import type { Ref } from 'react'
import type { Rect } from '../layout/scene.ts'
import type { Actor } from '../model/actor.ts'
import type { CommandError } from '../model/commandResult.ts'
import type { RatingView } from '../model/records/rating.ts'
import type { UndoHistory } from '../model/undo.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import type { Id } from '../shared/ids.ts'

/** What a finger does on the map. `lasso` selects by drawing a frame; on a desk Shift + drag does the same. */
export type MapTool = 'move' | 'lasso' | 'card' | 'sketch' | 'erase' | 'photo' | 'rate'

/** `edit` writes; `readonly` looks around; `wall` shows the whole map by itself and takes no input. */
export type MapMode = 'edit' | 'readonly' | 'wall'

/** One thing on the map, by the record it shows. */
export type MapItem =
  | { readonly kind: 'card'; readonly id: Id<'card'> }
  | { readonly kind: 'activity'; readonly id: Id<'activity'> }
  | { readonly kind: 'phase'; readonly id: Id<'phase'> }
  | { readonly kind: 'placement'; readonly id: Id<'placement'> }
  | { readonly kind: 'lane'; readonly id: Id<'lane'> }
  | { readonly kind: 'sketch'; readonly id: Id<'sketch'> }
  | { readonly kind: 'persona'; readonly id: Id<'persona'> }

/** Selected things, all of one kind. Empty: nothing. */
export type MapSelection = readonly MapItem[]

/** A field of the grid: the lane (row) and the activity (column). */
export interface MapCell {
  readonly laneId: Id<'lane'>
  readonly activityId: Id<'activity'>
}

/** What text can be typed on the map itself; of a placement it is the name of its touchpoint. */
export type MapText = Extract<MapItem, { kind: 'card' | 'activity' | 'phase' | 'placement' | 'lane' }>

/** What this screen tells the others, as awareness; never a document write. Absent: not on the map. */
export interface MapWhereabouts {
  readonly cell: MapCell | null
  /** What is being typed in. */
  readonly editing: MapText | null
  /** What this screen shows, in millimetres of the layout. */
  readonly viewport: Rect
}

/** Something to know about a thing, such as how many comments about it are open. */
export interface MapNote {
  readonly item: MapItem
  readonly count: number
}

/** Somebody else on the map. */
export interface MapPeer {
  /** Stable for as long as the peer is connected. */
  readonly key: string
  readonly name: string
  readonly initials: string
  /** `#rrggbb` */
  readonly colour: string
  readonly where: MapWhereabouts | null
}

export interface MapCanvasHandle {
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** The whole map. */
  readonly fit: () => void
  /** As large as it is comfortable to read, at the top left of the map. */
  readonly fitToRead: () => void
  /** Brings the thing into view, at reading size; nothing happens when it is not on the map. */
  readonly zoomTo: (item: MapItem) => void
  readonly select: (items: MapSelection) => void
  readonly clearSelection: () => void
  /** Opens a text, in place or in the sheet. */
  readonly edit: (text: MapText) => void
  /** Adds an empty activity at the end of the phase (`null`: to the unsorted pile) and opens its text. */
  readonly addActivity: (phaseId: Id<'phase'> | null) => void
  /** Adds a phase at the end and opens its title. */
  readonly addPhase: () => void
  readonly deleteSelection: () => void
  readonly focus: () => void
}

export interface MapCanvasProps {
  readonly ref?: Ref<MapCanvasHandle | null>
  readonly workshop: WorkshopDocument
  readonly journeyId: Id<'journey'>
  /** Who writes: authorship, ratings; a null person may look and write cards, but not rate. */
  readonly actor: Actor
  /** The workshop's undo; Ctrl+Z on the map leads here. */
  readonly history: Pick<UndoHistory, 'undo' | 'redo' | 'gesture'>
  /** Whose view the ratings and pins are of; `inside` by default. */
  readonly ratingView?: RatingView
  readonly mode: MapMode
  readonly tool: MapTool
  /** The map changes the tool itself: Escape returns to `move`, the pen's eraser end erases. */
  readonly onToolChange: (tool: MapTool) => void
  readonly onSelect: (selection: MapSelection) => void
  /** Which text is open, for example to close an inspector that would cover it. */
  readonly onEditingChange?: (text: MapText | null) => void
  /** A tap with the `photo` tool: the app opens camera or file picker and puts the picture there. */
  readonly onPhoto?: (where: MapItem | { readonly kind: 'cell'; readonly cell: MapCell }) => void
  /** Somebody wants to rate and has not said who they are: the app opens the place where that is said. */
  readonly onWho?: () => void
  /** A gesture that the model refused (locked lane, reader's link, older app); nothing was changed. */
  readonly onRefused: (error: CommandError) => void
  readonly peers: readonly MapPeer[]
  /** What the wall shows large; null (the default) is the whole map. */
  readonly spotlight?: MapItem | null
  /** Shown as a small count at the thing. */
  readonly notes?: readonly MapNote[]
  readonly onWhereabouts: (where: MapWhereabouts | null) => void
  /** An address to show a picture from (a blob URL or the relay's); undefined while it is not on this device. */
  readonly mediaUrl: (mediaId: string) => string | undefined
  readonly theme: 'light' | 'dark'
  /** Millimetres never change with it; only how much of the left and top the app's own panels cover, in CSS pixels. */
  readonly inset?: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
}
