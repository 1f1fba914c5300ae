/**
 * Paints the whole map into tiles that lie in one layer of the page: moving the camera only moves that layer, and the
 * browser's compositor does it. Free of the editor and of React: it is told the camera, the parts and the ground, and
 * paints in slices so that no frame waits for the whole map. While the near layer is shown it keeps the tiles ready
 * that zooming out will need first.
 */
import type { Colour, Rect, SceneOp } from '../../layout/scene.ts'
import { FAR_BELOW_ZOOM } from '../camera/detail.ts'
import { cameraWithCentre } from '../camera/frames.ts'
import { type Camera, intersects, scaleOf, screenToMm, UNITS_PER_MM, visibleMm } from '../camera/units.ts'
import { changedAreas } from './changedAreas.ts'
import { drawScene, type Picture } from './drawScene.ts'
import { levelFor, levelScale, TILE_PX, type TileId, tileKey, tileRect, tilesCovering } from './tileGrid.ts'

/** What is painted, in painting order. A part that did not change is the same object. */
export interface PaintedPart {
  readonly id: string
  readonly rect: Rect
  readonly ops: readonly SceneOp[]
}

export interface FarView {
  readonly camera: Camera
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly devicePixelRatio: number
  readonly isShown: boolean
}

export interface FarPainterOptions {
  readonly layer: HTMLElement
  readonly picture: (mediaId: string) => Picture | undefined
  /** Asks to go on later: in the next frame, or without hurry. */
  readonly later: (work: () => void, isUrgent: boolean) => void
  readonly now: () => number
}

interface Tile {
  readonly id: TileId
  readonly canvas: HTMLCanvasElement
  isStale: boolean
  usedAt: number
}

const MOST_TILES = 96
const MOST_LEVEL_SCALE = 4
const SLICE_MS = 8
/** Tiles overlap by a pixel, so that no seam shows between two that are scaled. */
const OVERLAP_PX = 1

export class FarPainter {
  private readonly options: FarPainterOptions
  private readonly tiles = new Map<string, Tile>()
  private parts: readonly PaintedPart[] = []
  private ground: Colour = '#ffffff'
  private view: FarView | null = null
  private turn = 0
  private isScheduled = false
  private isDisposed = false

  constructor(options: FarPainterOptions) {
    this.options = options
  }

  /** Marks only the tiles under parts that changed, came, went or were restacked. */
  setParts(parts: readonly PaintedPart[], ground: Colour): void {
    const areas = ground === this.ground ? changedAreas(this.parts, parts) : null
    this.parts = parts
    this.ground = ground
    if (areas === null) return this.refresh()
    for (const tile of this.tiles.values()) {
      const rect = tileRect(tile.id)
      if (!tile.isStale && areas.some((area) => intersects(area, rect))) tile.isStale = true
    }
    this.schedule()
  }

  /** Everything is painted anew, for example when a font or a picture has arrived. */
  refresh(): void {
    for (const tile of this.tiles.values()) tile.isStale = true
    this.schedule()
  }

  setView(view: FarView): void {
    const { x, y, z } = view.camera
    this.view = view
    this.options.layer.style.setProperty('visibility', view.isShown ? 'visible' : 'hidden')
    if (view.isShown)
      this.options.layer.style.setProperty('transform', `scale(${z}) translate(${x}px, ${y}px)`)
    this.schedule()
  }

  dispose(): void {
    this.isDisposed = true
    for (const tile of this.tiles.values()) tile.canvas.remove()
    this.tiles.clear()
  }

  private schedule(): void {
    if (this.isScheduled || this.isDisposed || this.view === null) return
    this.isScheduled = true
    this.options.later(() => {
      this.isScheduled = false
      if (!this.isDisposed && this.view !== null) this.paint(this.view)
    }, this.view.isShown)
  }

  private paint(view: FarView): void {
    this.turn += 1
    const needed = neededTiles(view)
    const isComplete = this.paintTiles(needed)
    this.arrange(needed)
    this.forgetOldTiles()
    if (!isComplete) this.schedule()
  }

  /** Paints missing tiles first, then stale ones, until the slice of time is used up. True when nothing is left. */
  private paintTiles(needed: readonly TileId[]): boolean {
    const started = this.options.now()
    const isMissing = (id: TileId) => !this.tiles.has(tileKey(id))
    const isStale = (id: TileId) => this.tiles.get(tileKey(id))?.isStale === true
    const queue = [...needed.filter(isMissing), ...needed.filter(isStale)]
    for (const [index, id] of queue.entries()) {
      if (index > 0 && this.options.now() - started > SLICE_MS) return false
      this.paintTile(id)
    }
    return true
  }

  private paintTile(id: TileId): void {
    const tile = this.tiles.get(tileKey(id)) ?? this.newTile(id)
    const context = tile.canvas.getContext('2d', { alpha: false })
    if (context === null) throw new Error('no 2D canvas context')
    const rect = tileRect(id)
    const scale = levelScale(id.level)
    const side = TILE_PX + OVERLAP_PX
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = this.ground
    context.fillRect(0, 0, side, side)
    context.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale)
    context.fontKerning = 'none'
    const reach = { ...rect, width: side / scale, height: side / scale }
    for (const part of this.parts) {
      if (intersects(part.rect, reach)) drawScene(context, part.ops, { scale, picture: this.options.picture })
    }
    tile.isStale = false
  }

  private newTile(id: TileId): Tile {
    const canvas = document.createElement('canvas')
    const rect = tileRect(id)
    const side = TILE_PX + OVERLAP_PX
    canvas.width = side
    canvas.height = side
    const size = `${(side / levelScale(id.level)) * UNITS_PER_MM}px`
    const style = { left: rect.x * UNITS_PER_MM, top: rect.y * UNITS_PER_MM }
    canvas.style.setProperty('left', `${style.left}px`)
    canvas.style.setProperty('top', `${style.top}px`)
    canvas.style.setProperty('width', size)
    canvas.style.setProperty('height', size)
    this.options.layer.append(canvas)
    const tile: Tile = { id, canvas, isStale: true, usedAt: this.turn }
    this.tiles.set(tileKey(id), tile)
    return tile
  }

  /** Shows the needed tiles over those of other resolutions, which stand in for what is not painted yet. */
  private arrange(needed: readonly TileId[]): void {
    const wanted = new Set(needed.map(tileKey))
    const isCovered = needed.every((id) => this.tiles.has(tileKey(id)))
    for (const [key, tile] of this.tiles) {
      const isNeeded = wanted.has(key)
      if (isNeeded) tile.usedAt = this.turn
      tile.canvas.style.setProperty('z-index', isNeeded ? '1' : '0')
      tile.canvas.style.setProperty('display', isNeeded || !isCovered ? 'block' : 'none')
    }
  }

  private forgetOldTiles(): void {
    if (this.tiles.size <= MOST_TILES) return
    const oldest = [...this.tiles.entries()].sort((a, b) => a[1].usedAt - b[1].usedAt)
    for (const [key, tile] of oldest.slice(0, this.tiles.size - MOST_TILES)) {
      if (tile.usedAt === this.turn) continue
      tile.canvas.remove()
      this.tiles.delete(key)
    }
  }
}

function neededTiles(view: FarView): readonly TileId[] {
  const camera = view.isShown ? view.camera : zoomedOut(view)
  const scale = Math.min(scaleOf(camera) * view.devicePixelRatio, MOST_LEVEL_SCALE)
  return tilesCovering(visibleMm(camera, view), levelFor(scale))
}

/** What will be seen first when the map is left from here. */
function zoomedOut(view: FarView): Camera {
  const middle = { x: view.width / 2, y: view.height / 2 }
  return cameraWithCentre(screenToMm(view.camera, middle), middle, FAR_BELOW_ZOOM)
}
