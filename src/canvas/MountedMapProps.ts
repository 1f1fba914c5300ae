/** The map's props once the font metric is loaded. */
import type { TextMetrics } from '../layout/textMetrics.ts'
import type { MapCanvasProps } from './MapCanvasProps.ts'

export interface MountedMapProps extends MapCanvasProps {
  readonly metrics: TextMetrics
}
