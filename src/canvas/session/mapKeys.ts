/**
 * The keyboard on the map: arrows walk over the grid, Enter writes, Delete bins, the usual keys zoom and undo. Listens
 * on the editor's element; keys in fields and buttons are theirs.
 */
import type { Translate } from '../../i18n/translate.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { cellRect, itemRect } from '../hit/itemRect.ts'
import type { MapCanvasHandle, MapItem } from '../MapCanvasProps.ts'
import { isText } from '../tools/selectable.ts'
import { writeInto } from '../tools/tapEmpty.ts'
import { describeSpot } from './describeSpot.ts'
import { firstSpot, type GridSpot, type Step, walk } from './gridWalk.ts'
import { keyboardMove } from './keyboardMove.ts'
import type { MapSession } from './MapSession.ts'
import { removeSelection } from './removeSelection.ts'

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export interface KeyHelp {
  readonly t: () => Translate
  readonly handle: () => MapCanvasHandle
  readonly reveal: (rect: NonNullable<ReturnType<typeof cellRect>>) => void
}

export function listenToKeys(session: MapSession, element: HTMLElement, help: KeyHelp): Disposer {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== element || event.defaultPrevented || event.isComposing) return
    const isHandled =
      event.ctrlKey || event.metaKey ? onCommand(session, event, help) : onKey(session, event, help)
    if (!isHandled) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  element.addEventListener('keydown', onKeyDown, { capture: true })
  return () => element.removeEventListener('keydown', onKeyDown, { capture: true })
}

function onCommand(session: MapSession, event: KeyboardEvent, help: KeyHelp): boolean {
  const key = event.key.toLowerCase()
  if (key === 'z' || key === 'y') {
    if (!session.canEdit.get()) return true
    if (key === 'y' || event.shiftKey) session.actions.redo()
    else session.actions.undo()
    return true
  }
  return onZoomKey(event, help)
}

function onZoomKey(event: KeyboardEvent, help: KeyHelp): boolean {
  if (event.key === '+' || event.key === '=') help.handle().zoomIn()
  else if (event.key === '-') help.handle().zoomOut()
  else if (event.key === '0') help.handle().fit()
  else return false
  return true
}

function onKey(session: MapSession, event: KeyboardEvent, help: KeyHelp): boolean {
  session.settle.current()
  const step = STEPS[event.key]
  if (step !== undefined) {
    // With space held the engine pans by screens.
    if (session.editor.inputs.isSpacebarPanning || session.mode.get() === 'wall') return false
    if (event.altKey) return moveByKey(session, step, help)
    const spot = currentSpot(session)
    const next = spot === null ? firstSpot(session.layout.get()) : walk(session.layout.get(), spot, step)
    if (next !== null) goTo(session, next, help)
    return true
  }
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return openSpot(session, event.shiftKey)
    case 'Delete':
    case 'Backspace':
      removeSelection(session, help.t())
      return true
    case 'Escape':
      return leave(session)
    default:
      return onZoomKey(event, help)
  }
}

const WALKED: ReadonlySet<MapItem['kind']> = new Set(['card', 'placement', 'activity', 'phase', 'lane'])

function currentSpot(session: MapSession): GridSpot | null {
  const item = session.selection.get()[0] ?? null
  const cell = session.focus.get()
  if (cell === null) return null
  return { cell, item: item !== null && WALKED.has(item.kind) ? item : null }
}

/** Alt and an arrow: the selected card, activity or phase goes one place further. */
function moveByKey(session: MapSession, step: Step, help: KeyHelp): boolean {
  const [item, another] = session.selection.get()
  if (item === undefined || another !== undefined || !session.canEdit.get()) return true
  const target = keyboardMove(session.layout.get(), item, step)
  if (target === null) return true
  session.actions.move([item], target)
  session.settle.current()
  const cell = target.kind === 'card' ? target.cell : session.focus.get()
  session.announce(help.t()('canvas.moved', { n: 1 }))
  if (cell !== null) session.focus.set(cell)
  const rect = itemRect(session.layout.get(), [], item)
  if (rect !== undefined) help.reveal(rect)
  return true
}

function goTo(session: MapSession, spot: GridSpot, help: KeyHelp): void {
  session.focus.set(spot.cell)
  session.isWalking.set(true)
  session.selection.set(spot.item === null ? [] : [spot.item])
  session.announce(describeSpot(session, spot, help.t()))
  const layout = session.layout.get()
  const rect =
    (spot.item === null ? undefined : itemRect(layout, [], spot.item)) ?? cellRect(layout, spot.cell)
  if (rect !== undefined) help.reveal(rect)
}

function openSpot(session: MapSession, isNew: boolean): boolean {
  if (!session.canEdit.get()) return false
  const item = session.selection.get()[0]
  const cell = session.focus.get()
  if (item !== undefined && isText(item) && !isNew) session.editing.set(item)
  else if (cell !== null && cell.laneId === session.layout.get().curve?.laneId) {
    session.rating.set({ subject: { kind: 'activity', id: cell.activityId }, by: 'me' })
  } else if (cell !== null) writeInto(session, cell)
  else return false
  return true
}

/** Escape lets go one thing after the other; with nothing to let go, the app may have a use for it. */
function leave(session: MapSession): boolean {
  if (session.rating.get() !== null) session.rating.set(null)
  else if (session.drag.get() !== null || session.pinDrag.get() !== null) session.editor.cancel()
  else if (session.selection.get().length > 0) session.selection.set([])
  else if (session.editor.getCurrentToolId() !== 'move') session.chooseTool('move')
  else return false
  return true
}
