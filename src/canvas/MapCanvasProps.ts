/**
 * The whole contract between the map on screen and the app around it. Kept in its own file, free of React components
 * and of the drawing engine, so that the app composes against it and another engine could take its place.
 */
import type { Ref } from 'react'
import type { Id } from '../shared/ids.ts'
import type { Rect } from '../layout/scene.ts'
import type { Workshop } from '../model/workshop.ts'

/** What a finger does on the map. `lasso` selects by drawing a frame; on a desk Shift + drag does the same. */
export type MapTool = 'move' | 'lasso' | 'card' | 'sketch' | 'erase' | 'rate'

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

/** Selected things, all of one kind except when a lasso caught cards and sketches together. Empty: nothing. */
export type MapSelection = readonly MapItem[]

/** A field of the grid: the lane (row) and the activity (column); `null` is the pile of unsorted activities. */
export interface MapCell {
  readonly laneId: Id<'lane'>
  readonly activityId: Id<'activity'> | null
}

/** What this screen tells the others, as awareness; never a document write. Absent: not on the map. */
export interface MapWhereabouts {
  readonly cell: MapCell | null
  /** The card being typed in. */
  readonly editing: Id<'card'> | null
  /** What this screen shows, in millimetres of the layout. */
  readonly viewport: Rect
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
  /** Opens the text of a card, in place or in the sheet. */
  readonly editCard: (id: Id<'card'>) => void
  readonly deleteSelection: () => void
  readonly focus: () => void
}

export interface MapCanvasProps {
  readonly ref?: Ref<MapCanvasHandle>
  readonly workshop: Workshop
  readonly journeyId: Id<'journey'>
  /** Who writes, for authorship, ratings and votes; `null` on a screen where nobody has said who they are. */
  readonly personId: Id<'person'> | null
  readonly mode: MapMode
  readonly tool: MapTool
  /** The map changes the tool itself: Escape returns to `move`, the pen's eraser end erases. */
  readonly onToolChange: (tool: MapTool) => void
  readonly onSelect: (selection: MapSelection) => void
  /** Which card's text is open, for example to close an inspector that would cover it. */
  readonly onEditingChange?: (cardId: Id<'card'> | null) => void
  readonly peers: readonly MapPeer[]
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
