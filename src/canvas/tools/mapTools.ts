/** The tools by the names that the app and the engine know them under. */
import type { TLStateNodeConstructor } from '@tldraw/editor'
import type { MapTool as MapToolName } from '../MapCanvasProps.ts'
import { CardTool } from './CardTool.ts'
import { EraserTool } from './EraserTool.ts'
import { LassoTool } from './LassoTool.ts'
import { MoveTool } from './MoveTool.ts'
import { PhotoTool } from './PhotoTool.ts'
import { RateTool } from './RateTool.ts'
import { SketchTool } from './SketchTool.ts'

export const mapTools: readonly TLStateNodeConstructor[] = [
  MoveTool,
  LassoTool,
  CardTool,
  SketchTool,
  EraserTool,
  PhotoTool,
  RateTool,
]

const ENGINE_IDS: Readonly<Record<MapToolName, string>> = {
  move: MoveTool.id,
  lasso: LassoTool.id,
  card: CardTool.id,
  sketch: SketchTool.id,
  erase: EraserTool.id,
  photo: PhotoTool.id,
  rate: RateTool.id,
}

export function engineToolId(tool: MapToolName): string {
  return ENGINE_IDS[tool]
}

export function toolOfEngine(id: string): MapToolName | undefined {
  return (Object.keys(ENGINE_IDS) as MapToolName[]).find((name) => ENGINE_IDS[name] === id)
}
