/** Every tap writes: on a field a new card, even where cards are already, on a slot a new activity. */
import type { Hit } from '../hit/hitAt.ts'
import { MapTool } from './MapTool.ts'
import { isText } from './selectable.ts'
import { tapEmpty, writeInto } from './tapEmpty.ts'

export class CardTool extends MapTool {
  static override id = 'card'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onTap(hit: Hit): void {
    const { session } = this
    if (!session.canEdit.get()) return
    if (hit.kind === 'item' && hit.cell !== null) writeInto(session, hit.cell)
    else if (hit.kind === 'item' && isText(hit.item)) session.editing.set(hit.item)
    else tapEmpty(session, hit)
  }
}
