/** Tools, shapes and slots of the engine: ours where the map needs something, nothing where it does not. */
import type { TLEditorComponents } from '@tldraw/editor'
import { FarLayer } from '../far/FarLayer.tsx'
import { MapFailure } from '../overlay/MapFailure.tsx'
import { PageOverlays } from '../overlay/PageOverlays.tsx'
import { StickyHeads } from '../overlay/StickyHeads.tsx'
import { MapPartShapeUtil } from '../projection/MapPartShape.tsx'
import { ifMounted } from '../session/ifMounted.tsx'
import { mapTools } from '../tools/mapTools.ts'

const components: TLEditorComponents = {
  Background: ifMounted(FarLayer),
  Overlays: ifMounted(PageOverlays),
  InFrontOfTheCanvas: ifMounted(StickyHeads),
  ErrorFallback: MapFailure,
  Brush: null,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  CollaboratorShapeIndicator: null,
  Cursor: null,
  Grid: null,
  Handle: null,
  Handles: null,
  LoadingScreen: null,
  Scribble: null,
  SelectionBackground: null,
  SelectionForeground: null,
  ShapeIndicator: null,
  ShapeIndicators: null,
  SnapIndicator: null,
  Spinner: null,
  ZoomBrush: null,
}

export const engineParts = {
  shapeUtils: [MapPartShapeUtil],
  bindingUtils: [],
  tools: mapTools,
  components,
} as const
