/**
 * Copy and paste on the map, as plain text only: copied cards are lines, pasted lines are cards in the field the
 * keyboard is on. Markup, SVG and files are never inserted; what is dropped on the map goes nowhere.
 */
import type { Disposer } from '../../shared/disposer.ts'
import { takesCards } from '../hit/dropTarget.ts'
import type { MapCell } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'

/** More lines than this are no notes but a document; importing is the app's business. */
const MOST_LINES = 60

export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
}

export function listenToClipboard(session: MapSession, element: HTMLElement): Disposer {
  const isForMap = () => document.activeElement === element
  const onPaste = (event: ClipboardEvent) => {
    if (!isForMap()) return
    event.preventDefault()
    const cell = targetCell(session)
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '')
    if (cell !== null && lines.length > 0 && session.canEdit.get()) session.actions.addCards(cell, lines)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (!isForMap()) return
    const snapshot = session.snapshot.get()
    const texts = session.selection
      .get()
      .flatMap((item) => (item.kind === 'card' ? [snapshot.cards.get(item.id)?.text ?? ''] : []))
    if (texts.length === 0) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', texts.join('\n'))
  }
  document.addEventListener('paste', onPaste)
  document.addEventListener('copy', onCopy)
  return () => {
    document.removeEventListener('paste', onPaste)
    document.removeEventListener('copy', onCopy)
  }
}

/** The field of the keyboard, if cards can stand there. */
function targetCell(session: MapSession): MapCell | null {
  const focus = session.focus.get()
  const layout = session.layout.get()
  const cell = layout.cells.find(
    (each) => each.laneId === focus?.laneId && each.activityId === focus.activityId,
  )
  return cell !== undefined && takesCards(layout, cell) ? focus : null
}
