/**
 * Paints the whole map on one canvas from cached tiles. Free of the editor and of React: it is told the camera, the
 * parts and the paper colour, and paints missing tiles in slices so that no frame waits for the whole map.
 */
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { type Camera, intersects, scaleOf, visibleMm } from '../camera/units.ts'
import { drawScene, type Picture } from './drawScene.ts'
import {
  intersection,
  levelFor,
  levelScale,
  TILE_PX,
  type TileId,
  tileKey,
  tileRect,
  tilesCovering,
} from './tileGrid.ts'

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
}

export interface FarPainterOptions {
  readonly canvas: HTMLCanvasElement
  readonly picture: (mediaId: string) => Picture | undefined
  /** Asks for one more frame; the painter calls it while tiles are missing. */
  readonly requestFrame: (paint: () => void) => void
  readonly now: () => number
}

interface Tile {
  readonly id: TileId
  readonly canvas: HTMLCanvasElement
  stale: boolean
  usedAt: number
}

const MOST_TILES = 96
const MOST_LEVEL_SCALE = 4
const SLICE_MS = 8

export class FarPainter {
  private readonly options: FarPainterOptions
  private readonly tiles = new Map<string, Tile>()
  private parts: readonly PaintedPart[] = []
  private view: FarView | null = null
  private frame = 0
  private isScheduled = false
  private isDisposed = false

  constructor(options: FarPainterOptions) {
    this.options = options
  }

  /** Marks only the tiles under parts that changed, came, went or were restacked. */
  setParts(parts: readonly PaintedPart[]): void {
    const previous = new Map(this.parts.map((part) => [part.id, part]))
    const dirty: Rect[] = []
    for (const part of parts) {
      const before = previous.get(part.id)
      previous.delete(part.id)
      if (before === part) continue
      dirty.push(part.rect)
      if (before !== undefined) dirty.push(before.rect)
    }
    for (const gone of previous.values()) dirty.push(gone.rect)
    this.parts = parts
    if (dirty.length > 0) this.invalidate(dirty)
  }

  /** Everything is painted anew, for example when a font or a picture has arrived. */
  refresh(): void {
    for (const tile of this.tiles.values()) tile.stale = true
    this.schedule()
  }

  setView(view: FarView): void {
    this.view = view
    this.schedule()
  }

  dispose(): void {
    this.isDisposed = true
    this.tiles.clear()
  }

  private invalidate(areas: readonly Rect[]): void {
    for (const tile of this.tiles.values()) {
      const rect = tileRect(tile.id)
      if (!tile.stale && areas.some((area) => intersects(area, rect))) tile.stale = true
    }
    this.schedule()
  }

  private schedule(): void {
    if (this.isScheduled || this.isDisposed) return
    this.isScheduled = true
    this.options.requestFrame(() => {
      this.isScheduled = false
      if (!this.isDisposed) this.paint()
    })
  }

  private paint(): void {
    const { view } = this
    if (view === null || view.width === 0 || view.height === 0) return
    this.frame += 1
    const level = this.levelOf(view)
    const area = visibleMm(view.camera, view)
    const needed = tilesCovering(area, level)
    const isComplete = this.paintTiles(needed)
    this.compose(view, area, needed)
    this.forgetOldTiles()
    if (!isComplete) this.schedule()
  }

  private levelOf(view: FarView): number {
    const scale = Math.min(scaleOf(view.camera) * view.devicePixelRatio, MOST_LEVEL_SCALE)
    return levelFor(scale)
  }

  /** Paints missing tiles first, then stale ones, until the slice of time is used up. True when nothing is left. */
  private paintTiles(needed: readonly TileId[]): boolean {
    const started = this.options.now()
    const isMissing = (id: TileId) => !this.tiles.has(tileKey(id))
    const queue = [
      ...needed.filter(isMissing),
      ...needed.filter((id) => this.tiles.get(tileKey(id))?.stale === true),
    ]
    for (const [index, id] of queue.entries()) {
      if (index > 0 && this.options.now() - started > SLICE_MS) return false
      this.paintTile(id)
    }
    return true
  }

  private paintTile(id: TileId): void {
    const tile = this.tiles.get(tileKey(id)) ?? this.newTile(id)
    const context = tile.canvas.getContext('2d')
    if (context === null) throw new Error('no 2D canvas context')
    const rect = tileRect(id)
    const scale = levelScale(id.level)
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, TILE_PX, TILE_PX)
    context.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale)
    if ('fontKerning' in context) context.fontKerning = 'none'
    for (const part of this.parts) {
      if (!intersects(part.rect, rect)) continue
      context.save()
      drawScene(context, part.ops, { scale, picture: this.options.picture })
      context.restore()
    }
    tile.stale = false
  }

  private newTile(id: TileId): Tile {
    const canvas = document.createElement('canvas')
    canvas.width = TILE_PX
    canvas.height = TILE_PX
    const tile: Tile = { id, canvas, stale: true, usedAt: this.frame }
    this.tiles.set(tileKey(id), tile)
    return tile
  }

  /** Copies tiles to the screen: other resolutions first, as a stand-in for what is not painted yet. */
  private compose(view: FarView, area: Rect, needed: readonly TileId[]): void {
    const { canvas } = this.options
    const width = Math.round(view.width * view.devicePixelRatio)
    const height = Math.round(view.height * view.devicePixelRatio)
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no 2D canvas context')
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    const wanted = new Set(needed.map(tileKey))
    const isCovered = needed.every((id) => this.tiles.has(tileKey(id)))
    if (!isCovered) {
      for (const tile of this.tiles.values())
        if (!wanted.has(tileKey(tile.id))) this.copyTile(context, view, area, tile)
    }
    for (const id of needed) {
      const tile = this.tiles.get(tileKey(id))
      if (tile === undefined) continue
      tile.usedAt = this.frame
      this.copyTile(context, view, area, tile)
    }
  }

  private copyTile(context: CanvasRenderingContext2D, view: FarView, area: Rect, tile: Tile): void {
    const rect = tileRect(tile.id)
    if (intersection(rect, area) === null) return
    const ratio = view.devicePixelRatio
    const scale = scaleOf(view.camera) * ratio
    const left = Math.round(rect.x * scale + view.camera.x * view.camera.z * ratio)
    const top = Math.round(rect.y * scale + view.camera.y * view.camera.z * ratio)
    const right = Math.round((rect.x + rect.width) * scale + view.camera.x * view.camera.z * ratio)
    const bottom = Math.round((rect.y + rect.height) * scale + view.camera.y * view.camera.z * ratio)
    context.clearRect(left, top, right - left, bottom - top)
    context.drawImage(tile.canvas, left, top, right - left, bottom - top)
  }

  private forgetOldTiles(): void {
    if (this.tiles.size <= MOST_TILES) return
    const oldest = [...this.tiles.entries()].sort((a, b) => a[1].usedAt - b[1].usedAt)
    for (const [key, tile] of oldest.slice(0, this.tiles.size - MOST_TILES)) {
      if (tile.usedAt !== this.frame) this.tiles.delete(key)
    }
  }
}
