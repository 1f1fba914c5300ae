/** Makes the session of one mounted editor: the atoms at rest, the actions bound to the workshop, tools connected. */
import { atom, computed, type Editor } from '@tldraw/editor'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Actor } from '../../model/actor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Inset } from '../camera/frames.ts'
import { scaleOf, toMm } from '../camera/units.ts'
import { penAndFingers } from '../engine/penAndFingers.ts'
import { hitAt } from '../hit/hitAt.ts'
import type { MapActions } from '../MapActions.ts'
import type { MapCanvasProps, MapItem, MapMode, MapNote, MapPeer, MapSelection } from '../MapCanvasProps.ts'
import type { EditTarget } from '../edit/EditTarget.ts'
import { headHit } from '../overlay/headHit.ts'
import { SketchTool } from '../tools/SketchTool.ts'
import type { ActionContext } from './ActionContext.ts'
import { cameraControl } from './cameraControl.ts'
import { createMapActions } from './createMapActions.ts'
import { bindSession, type MapSession } from './MapSession.ts'

export interface SessionStart extends Pick<ActionContext, 't' | 'locale'> {
  readonly editor: Editor
  /** The props of now; callbacks and identities may change while the map stays open. */
  readonly props: () => MapCanvasProps
  readonly snapshot: WorkshopSnapshot
  readonly layout: MapLayout
}

/** How far a finger or a mouse may miss a pin, in pixels. */
const SLOP = { coarse: 24, fine: 12 } as const
const NO_INSET: Inset = { top: 0, right: 0, bottom: 0, left: 0 }

export function createMapSession(start: SessionStart): {
  readonly session: MapSession
  readonly dispose: Disposer
} {
  const { editor, props } = start
  const mode = atom<MapMode>('map mode', props().mode)
  const layout = atom('map layout', start.layout)
  const sketches = atom<readonly PlacedSketch[]>('sketches', [])
  const ratingView = atom('rating view', props().ratingView ?? 'inside')
  const actor = atom<Actor>('actor', props().actor)
  const announcement = atom('announcement', '')
  const inset = atom('inset', props().inset ?? NO_INSET)
  const pen = penAndFingers(editor, () => editor.getCurrentToolId() === SketchTool.id)
  const session: MapSession = {
    editor,
    actor,
    mode,
    layout,
    settle: { current: () => undefined },
    sketches,
    ratingView,
    announcement,
    pen,
    inset,
    camera: cameraControl({ editor, layout, inset }),
    snapshot: atom('snapshot', start.snapshot),
    selection: atom<MapSelection>('selection', []),
    peers: atom<readonly MapPeer[]>('peers', []),
    notes: atom<readonly MapNote[]>('notes', []),
    spotlight: atom<MapItem | null>('spotlight', null),
    drag: atom<ReturnType<MapSession['drag']['get']>>('drag', null),
    pinDrag: atom<ReturnType<MapSession['pinDrag']['get']>>('pin drag', null),
    lasso: atom<ReturnType<MapSession['lasso']['get']>>('lasso', null),
    editing: atom<EditTarget | null>('editing', null),
    rating: atom<ReturnType<MapSession['rating']['get']>>('rating', null),
    focus: atom<ReturnType<MapSession['focus']['get']>>('focus', null),
    isWalking: atom('walking', false),
    stroke: atom<ReturnType<MapSession['stroke']['get']>>('stroke', null),
    erasing: atom<ReturnType<MapSession['erasing']['get']>>('erasing', new Set()),
    canEdit: computed('can edit', () => mode.get() === 'edit'),
    actions: actionsOf(start, ratingView, layout, sketches),
    hit: (screen) => {
      const camera = editor.getCamera()
      const { w, h } = editor.getViewportScreenBounds()
      const onHead = headHit(layout.get(), camera, { width: w, height: h }, screen)
      if (onHead !== null) return onHead
      const mm = toMm({ x: screen.x / camera.z - camera.x, y: screen.y / camera.z - camera.y })
      const slop = (editor.getInstanceState().isCoarsePointer ? SLOP.coarse : SLOP.fine) / scaleOf(camera)
      return hitAt(layout.get(), mm, { slop })
    },
    chooseTool: (tool) => props().onToolChange(tool),
    takePhoto: (where) => props().onPhoto?.(where),
    askWho: () => props().onWho?.(),
    announce: (text) => announcement.set(text),
  }
  bindSession(editor, session)
  return { session, dispose: pen.dispose }
}

function actionsOf(
  { props, t, locale }: SessionStart,
  ratingView: MapSession['ratingView'],
  layout: MapSession['layout'],
  sketches: MapSession['sketches'],
): MapActions {
  return createMapActions({
    workshop: props().workshop,
    history: props().history,
    journeyId: () => props().journeyId,
    actor: () => props().actor,
    ratingView: () => ratingView.get(),
    layout: () => layout.get(),
    sketches: () => sketches.get(),
    onRefused: (error) => props().onRefused(error),
    t,
    locale,
  })
}
