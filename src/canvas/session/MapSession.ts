/**
 * Everything that is true of this screen only, while the map is open: what is selected, dragged, typed, drawn. Tools
 * write it, overlays show it; nothing here is stored or sent. Tools find the session of their editor with `sessionOf`,
 * because the engine constructs them itself.
 */
import type { Atom, Editor, Signal } from '@tldraw/editor'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Actor } from '../../model/actor.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { RatingView } from '../../model/records/rating.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { SketchId } from '../../model/records/sketch.ts'
import type { Inset } from '../camera/frames.ts'
import type { Point } from '../camera/units.ts'
import type { EditTarget } from '../edit/EditTarget.ts'
import type { PenAndFingers } from '../engine/penAndFingers.ts'
import type { DropTarget } from '../hit/dropTarget.ts'
import type { Hit } from '../hit/hitAt.ts'
import type { MapActions, RatingSubject } from '../MapActions.ts'
import type { MapCell, MapItem, MapMode, MapNote, MapPeer, MapSelection, MapTool } from '../MapCanvasProps.ts'
import type { Stroke } from '../sketch/Stroke.ts'
import type { CameraControl } from './cameraControl.ts'

export interface Drag {
  readonly items: readonly MapItem[]
  /** Where the finger went down and where it is, in millimetres. */
  readonly from: Point
  readonly to: Point
  /** Null where nothing can land; sketches go wherever they are let go. */
  readonly target: DropTarget | null
}

export interface PinDrag {
  readonly activityId: ActivityId
  readonly view: RatingView
  readonly value: number
}

/** The open panel of 1–10: one's own rating, or what the group agrees on. */
export interface Rating {
  readonly subject: RatingSubject
  readonly by: 'me' | 'group'
}

export interface MapSession {
  readonly editor: Editor
  readonly camera: CameraControl
  readonly actor: Atom<Actor>
  readonly inset: Atom<Inset>
  readonly actions: MapActions
  readonly snapshot: Atom<WorkshopSnapshot>
  /** Of the last frame; `settle` brings it up to what was just written. */
  readonly layout: Atom<MapLayout>
  readonly settle: { current: () => void }
  readonly sketches: Atom<readonly PlacedSketch[]>
  readonly mode: Atom<MapMode>
  readonly ratingView: Atom<RatingView>
  readonly selection: Atom<MapSelection>
  readonly peers: Atom<readonly MapPeer[]>
  readonly notes: Atom<readonly MapNote[]>
  readonly spotlight: Atom<MapItem | null>
  readonly drag: Atom<Drag | null>
  readonly pinDrag: Atom<PinDrag | null>
  /** The frame of the lasso, in millimetres, any two corners. */
  readonly lasso: Atom<{ readonly from: Point; readonly to: Point } | null>
  readonly editing: Atom<EditTarget | null>
  readonly rating: Atom<Rating | null>
  /** The field one is at: where the keyboard walks on from, and what the others see. */
  readonly focus: Atom<MapCell | null>
  /** Whether the keyboard brought one there; only then the field is marked. */
  readonly isWalking: Atom<boolean>
  readonly stroke: Atom<Stroke | null>
  readonly erasing: Atom<ReadonlySet<SketchId>>
  readonly canEdit: Signal<boolean>
  readonly pen: PenAndFingers
  readonly hit: (screen: Point) => Hit
  readonly chooseTool: (tool: MapTool) => void
  readonly takePhoto: (where: MapItem | { readonly kind: 'cell'; readonly cell: MapCell }) => void
  readonly askWho: () => void
  /** What a screen reader says next. */
  readonly announcement: Atom<string>
  readonly announce: (text: string) => void
}

const sessions = new WeakMap<Editor, MapSession>()

export function bindSession(editor: Editor, session: MapSession): void {
  sessions.set(editor, session)
}

export function releaseSession(editor: Editor): void {
  sessions.delete(editor)
}

export function sessionOf(editor: Editor): MapSession {
  const session = sessions.get(editor)
  if (session === undefined) throw new Error('the editor has no map session yet')
  return session
}
