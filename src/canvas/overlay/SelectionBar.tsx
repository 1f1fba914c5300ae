/** The few things one does with what is selected, in reach of the finger that selected it. */
import { useValue } from '@tldraw/editor'
import { Gauge, Pencil, Plus, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { rectToScreen } from '../camera/units.ts'
import { itemRect, unionRect } from '../hit/itemRect.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { MapSession } from '../session/MapSession.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { removeSelection } from '../session/removeSelection.ts'
import { isText } from '../tools/selectable.ts'
import { anchorAt } from './anchorAt.ts'
import { draftAfter } from './draftAfter.ts'

const BUTTON = 48

export function SelectionBar() {
  const session = useMapSession()
  const t = useTranslate()
  const items = useValue(session.selection)
  const isShown = useValue(
    'selection bar',
    () =>
      session.canEdit.get() &&
      session.selection.get().length > 0 &&
      session.drag.get() === null &&
      session.lasso.get() === null &&
      session.editing.get() === null &&
      session.rating.get() === null,
    [session],
  )
  const buttons = isShown ? buttonsFor(session, items, t) : []
  const place = useBarPlace(session, items, buttons.length)
  if (buttons.length === 0 || place === null) return null
  return (
    <div className="map-bar-panel" role="toolbar" aria-label={t('canvas.selectionTools')} style={place}>
      {items.length > 1 ? (
        <span className="map-bar-panel__count">{t('canvas.selected', { n: items.length })}</span>
      ) : null}
      {buttons}
    </div>
  )
}

function useBarPlace(session: MapSession, items: readonly MapItem[], count: number) {
  return useValue('bar place', () => {
    const sketches = session.sketches.get()
    const rect = unionRect(items.flatMap((item) => itemRect(session.layout.get(), sketches, item) ?? []))
    if (rect === undefined || count === 0) return null
    const { w, h } = session.editor.getViewportScreenBounds()
    const width = count * BUTTON + (items.length > 1 ? 120 : 0) + 12
    const thing = rectToScreen(session.editor.getCamera(), rect)
    if (thing.x > w || thing.y > h || thing.x + thing.width < 0 || thing.y + thing.height < 0) return null
    return anchorAt(thing, { width, height: 56 }, { width: w, height: h }, session.inset.get())
  }, [session, items, count])
}

function buttonsFor(
  session: MapSession,
  items: readonly MapItem[],
  t: ReturnType<typeof useTranslate>,
): readonly ReactNode[] {
  const only = items.length === 1 ? items[0] : undefined
  const draft = only === undefined ? null : draftAfter(session.layout.get(), only)
  const buttons: ReactNode[] = []
  if (only !== undefined && isText(only)) {
    const edit = () => session.editing.set(only)
    buttons.push(<IconButton key="edit" label={t('canvas.editText')} icon={<Pencil />} onClick={edit} />)
  }
  if (draft !== null) {
    const add = () => session.editing.set(draft.draft)
    buttons.push(<IconButton key="add" label={t(draft.label)} icon={<Plus />} onClick={add} />)
  }
  if (only?.kind === 'activity' || only?.kind === 'placement') {
    const rate = () => session.rating.set({ subject: only, by: 'me' })
    buttons.push(<IconButton key="rate" label={t('canvas.rate')} icon={<Gauge />} onClick={rate} />)
  }
  if (items.every((item) => item.kind !== 'lane' && item.kind !== 'persona')) {
    const remove = () => removeSelection(session, t)
    buttons.push(
      <IconButton key="bin" label={t('common.delete')} icon={<Trash2 />} tone="danger" onClick={remove} />,
    )
  }
  if (items.length > 1) {
    const clear = () => session.selection.set([])
    buttons.push(<IconButton key="clear" label={t('canvas.clearSelection')} icon={<X />} onClick={clear} />)
  }
  return buttons
}
