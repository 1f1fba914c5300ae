/**
 * The one shape of the map in the engine: a part of the layout's scene, drawn as the layout placed it. It holds no
 * data of its own, cannot be changed by the engine, and takes no events; hits are asked of the layout.
 */
import { Rectangle2d, ShapeUtil, type TLBaseShape, T } from '@tldraw/editor'
import { UNITS_PER_MM } from '../camera/units.ts'
import type { MapPart } from './MapPart.ts'
import { SceneOps } from './SceneOps.tsx'

export type MapPartShape = TLBaseShape<
  'map-part',
  { readonly w: number; readonly h: number; readonly part: MapPart }
>

/** Strokes and shadows may reach a little over the edge of a part. */
const BLEED_MM = 2

export class MapPartShapeUtil extends ShapeUtil<MapPartShape> {
  static override type = 'map-part' as const
  static override props = { w: T.number, h: T.number, part: T.any }

  override getDefaultProps(): MapPartShape['props'] {
    return { w: 1, h: 1, part: { id: '', rect: { x: 0, y: 0, width: 0, height: 0 }, ops: [], layer: 0 } }
  }

  override getGeometry(shape: MapPartShape): Rectangle2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }

  override canEdit = () => false
  override canBind = () => false
  override canResize = () => false
  override canSnap = () => false
  override hideSelectionBoundsBg = () => true
  override hideSelectionBoundsFg = () => true

  override component(shape: MapPartShape) {
    const { rect, ops } = shape.props.part
    const x = rect.x - BLEED_MM
    const y = rect.y - BLEED_MM
    const width = rect.width + 2 * BLEED_MM
    const height = rect.height + 2 * BLEED_MM
    return (
      <svg
        className="map-part"
        viewBox={`${x} ${y} ${width} ${height}`}
        width={width * UNITS_PER_MM}
        height={height * UNITS_PER_MM}
        style={{ left: -BLEED_MM * UNITS_PER_MM, top: -BLEED_MM * UNITS_PER_MM }}
        aria-hidden="true"
      >
        <SceneOps ops={ops} />
      </svg>
    )
  }

  override indicator() {
    return null
  }
}
