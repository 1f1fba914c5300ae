import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UndoButtons } from '../../../src/app/frame/UndoButtons.tsx'
import { useUndoKeys } from '../../../src/app/frame/useUndoKeys.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../../features/support/renderInWorkshop.tsx'

/** Our dialogs are elements with this role. */
const AS_OURS = { role: 'dialog' }

function Screen() {
  useUndoKeys()
  return (
    <>
      <UndoButtons tooltipSide="bottom" />
      <input aria-label="field" />
      <div {...AS_OURS} aria-label="question">
        <button type="button">Yes</button>
      </div>
    </>
  )
}

function openScreen() {
  const { workshop, actor } = newWorkshop()
  const rendered = renderInWorkshop(workshop, actor, <Screen />)
  act(() => void must(addCard(workshop, actor, { laneId: null, activityId: null, text: 'one' })))
  return { ...rendered, cards: () => workshop.snapshot().cards.size }
}

describe('undo outside the map', () => {
  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['Cmd', { metaKey: true }],
  ])('answers %s+Z, and takes it back with Shift+Z or Y', (_name, held) => {
    const { cards } = openScreen()
    expect(cards()).toBe(1)
    fireEvent.keyDown(document.body, { key: 'z', ...held })
    expect(cards()).toBe(0)
    fireEvent.keyDown(document.body, { key: 'Z', shiftKey: true, ...held })
    expect(cards()).toBe(1)
    fireEvent.keyDown(document.body, { key: 'z', ...held })
    fireEvent.keyDown(document.body, { key: 'y', ...held })
    expect(cards()).toBe(1)
  })

  it('leaves the keys to a text field, to a dialog, and to whoever answered already', () => {
    const { cards } = openScreen()
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'z', ctrlKey: true })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Yes' }), { key: 'z', ctrlKey: true })
    const answer = (event: Event) => event.preventDefault()
    document.body.addEventListener('keydown', answer)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    document.body.removeEventListener('keydown', answer)
    expect(cards()).toBe(1)
  })

  it('offers buttons that know whether there is anything to take back', () => {
    const { cards } = openScreen()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(cards()).toBe(0)
    expect(screen.getByRole('button', { name: 'Redo' })).toHaveProperty('disabled', false)
  })
})
