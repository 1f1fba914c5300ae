/** What the preview of a drag shows: the parts of the dragged things, at most a handful of them. */
import type { SceneOp } from '../../layout/scene.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { MapPart } from '../projection/MapPart.ts'

const MOST = 12

export function partIdOf(item: MapItem): string {
  switch (item.kind) {
    case 'activity':
      return `column-${item.id}`
    case 'lane':
      return `lane-title-${item.id}`
    case 'persona':
      return 'header'
    case 'card':
    case 'placement':
    case 'phase':
    case 'sketch':
      return `${item.kind}-${item.id}`
  }
}

export function draggedOps(parts: readonly MapPart[], items: readonly MapItem[]): readonly SceneOp[] {
  const wanted = new Set(items.slice(0, MOST).map(partIdOf))
  return parts.flatMap((part) => (wanted.has(part.id) ? part.ops : []))
}
