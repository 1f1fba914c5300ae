/** A tap says where the photo goes; camera and file picker belong to the app. */
import type { Hit } from '../hit/hitAt.ts'
import { MapTool } from './MapTool.ts'

export class PhotoTool extends MapTool {
  static override id = 'photo'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onTap(hit: Hit): void {
    const { session } = this
    if (!session.canEdit.get()) return
    if (hit.kind === 'item') session.takePhoto(hit.item)
    else if (hit.kind === 'cell') session.takePhoto({ kind: 'cell', cell: hit.cell })
  }
}
