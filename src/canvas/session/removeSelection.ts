/** The Delete key and the bin button: what is selected goes into the bin, and the room hears of it. */
import type { Translate } from '../../i18n/translate.ts'
import type { MapSession } from './MapSession.ts'

export function removeSelection(session: MapSession, t: Translate): void {
  if (!session.canEdit.get()) return
  const items = session.selection.get().filter((item) => item.kind !== 'lane' && item.kind !== 'persona')
  if (items.length === 0) return
  session.selection.set([])
  session.actions.remove(items)
  session.announce(t('canvas.binned', { n: items.length }))
}
