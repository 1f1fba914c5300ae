/** A piece of the map that changes as a whole: a card, a lane's band, a phase's arrow. The unit of both layers. */
import type { Rect, SceneOp } from '../../layout/scene.ts'

export interface MapPart {
  /** Stable, and valid as a part of a shape's id. */
  readonly id: string
  /** Everything it paints, within a small bleed. */
  readonly rect: Rect
  readonly ops: readonly SceneOp[]
  /** 0 is painted first; parts of one layer do not overlap. */
  readonly layer: number
}
