import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Dialog } from '../../src/ui/Dialog.tsx'
import { LazyTextField } from '../../src/ui/LazyTextField.tsx'
import { Menu } from '../../src/ui/Menu.tsx'
import { NumberField } from '../../src/ui/NumberField.tsx'
import { ScaleInput } from '../../src/ui/ScaleInput.tsx'
import { Sheet } from '../../src/ui/Sheet.tsx'
import { TextField } from '../../src/ui/TextField.tsx'
import { Toaster } from '../../src/ui/Toaster.tsx'
import { showToast, useToasts } from '../../src/ui/toastStore.ts'
import { standInForBrowser } from '../features/support/renderInWorkshop.tsx'

beforeEach(() => standInForBrowser())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  useToasts.setState({ messages: [] })
})

describe('a text field', () => {
  it('hands on a composed character once, when it is whole', () => {
    const written: string[] = []
    function Field() {
      const [value, setValue] = useState('')
      const onChange = (next: string) => {
        written.push(next)
        setValue(next)
      }
      return <TextField label="Text" value={value} onChange={onChange} />
    }
    render(<Field />)
    const field = screen.getByLabelText('Text')
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: 'ｎ' } })
    fireEvent.change(field, { target: { value: 'に' } })
    expect(written).toEqual([])
    expect(field).toHaveProperty('value', 'に')
    fireEvent.compositionEnd(field)
    expect(written).toEqual(['に'])
  })

  it('ties its error to the input, for people who do not see it', () => {
    render(<TextField label="Name" value="" error="Please type a name." onChange={() => undefined} />)
    const field = screen.getByLabelText('Name')
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toBe('Please type a name.')
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a text that is written as a whole', () => {
  it('is handed on when the person pauses, once', () => {
    vi.useFakeTimers()
    const written: string[] = []
    render(<LazyTextField label="Title" value="Old" onCommit={(value) => written.push(value)} />)
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'N' } })
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'New' } })
    expect(written).toEqual([])
    act(() => void vi.advanceTimersByTime(1000))
    act(() => void vi.advanceTimersByTime(5000))
    expect(written).toEqual(['New'])
  })

  it('is handed on when the field disappears under the fingers', () => {
    const written: string[] = []
    const { unmount } = render(
      <LazyTextField label="Title" value="Old" onCommit={(value) => written.push(value)} />,
    )
    fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'New' } })
    unmount()
    expect(written).toEqual(['New'])
  })

  it('is not written when nothing changed', () => {
    const written: string[] = []
    render(<LazyTextField label="Title" value="Old" onCommit={(value) => written.push(value)} />)
    const field = screen.getByLabelText('Title')
    fireEvent.change(field, { target: { value: 'Older' } })
    fireEvent.change(field, { target: { value: 'Old' } })
    fireEvent.blur(field)
    expect(written).toEqual([])
  })
})

describe('a number field', () => {
  it('says what is wrong and keeps both the typed text and the old value', async () => {
    const user = userEvent.setup()
    const written: (number | undefined)[] = []
    render(
      <NumberField
        label="Value"
        value={7}
        min={1}
        max={10}
        rangeError="From 1 to 10."
        onChange={(value) => written.push(value)}
      />,
    )
    const field = screen.getByLabelText('Value')
    await user.clear(field)
    await user.type(field, '11')
    expect(screen.getByText('From 1 to 10.')).toBeTruthy()
    expect(field).toHaveProperty('value', '11')
    expect(written).toEqual([undefined, 1])
  })
})

describe('the scale from 1 to 10', () => {
  it('can be answered by keyboard alone, and taken back', async () => {
    const user = userEvent.setup()
    function Scale() {
      const [value, setValue] = useState<number | null>(null)
      return <ScaleInput label="Rating" lowLabel="low" highLabel="high" value={value} onChange={setValue} />
    }
    render(<Scale />)
    const checked = () =>
      screen.getAllByRole('radio').flatMap((radio) => ((radio as HTMLInputElement).checked ? [radio] : []))
    screen.getByRole('radio', { name: '4' }).focus()
    await user.keyboard(' ')
    expect(checked().map((radio) => (radio as HTMLInputElement).value)).toEqual(['4'])
    fireEvent.keyDown(screen.getByRole('radio', { name: '4' }), { key: 'Delete' })
    expect(checked()).toEqual([])
  })
})

describe('a dialog', () => {
  it('takes the focus, is left by Escape, and gives the focus back', async () => {
    const user = userEvent.setup()
    function Page() {
      const [open, setOpen] = useState(false)
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Open
          </button>
          <Dialog open={open} title="New" onClose={() => setOpen(false)}>
            <TextField label="Name" value="" onChange={() => undefined} />
          </Dialog>
        </>
      )
    }
    render(<Page />)
    await user.click(screen.getByText('Open'))
    const dialog = screen.getByRole('dialog', { name: 'New' })
    expect(dialog.contains(document.activeElement)).toBe(true)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByText('Open'))
  })

  it('adds no style element to the page, which the content security policy would refuse', () => {
    const before = document.querySelectorAll('style').length
    render(
      <Dialog open title="New" onClose={() => undefined}>
        text
      </Dialog>,
    )
    expect(document.querySelectorAll('style')).toHaveLength(before)
  })
})

describe('a sheet beside the map', () => {
  it('is closed by Escape from inside, and leaves the rest of the page usable', async () => {
    const user = userEvent.setup()
    const closed = vi.fn<() => void>()
    render(
      <>
        <button type="button">Outside</button>
        <Sheet title="Card" onClose={closed}>
          <TextField label="Text" value="" onChange={() => undefined} />
        </Sheet>
      </>,
    )
    await user.click(screen.getByText('Outside'))
    await user.keyboard('{Escape}')
    expect(closed).not.toHaveBeenCalled()
    await user.click(screen.getByLabelText('Text'))
    await user.keyboard('{Escape}')
    expect(closed).toHaveBeenCalledTimes(1)
  })
})

describe('a menu', () => {
  it('is opened, walked through and chosen from by keyboard, and says what is chosen', async () => {
    const user = userEvent.setup()
    const chosen: string[] = []
    render(
      <Menu
        trigger={<button type="button">Language</button>}
        items={[
          { id: 'en', label: 'English', checked: true, onSelect: () => chosen.push('en') },
          { id: 'de', label: 'Deutsch', checked: false, onSelect: () => chosen.push('de') },
        ]}
      />,
    )
    screen.getByText('Language').focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('menuitemcheckbox', { name: 'English' }).getAttribute('aria-checked')).toBe(
      'true',
    )
    await user.keyboard('{ArrowDown}{Enter}')
    expect(chosen).toEqual(['de'])
  })
})

describe('messages', () => {
  it('offer the way back, once', async () => {
    const user = userEvent.setup()
    const undone = vi.fn<() => void>()
    render(<Toaster label="Messages" />)
    act(() => void showToast('Card deleted.', { action: { label: 'Undo', onAction: undone } }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undone).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('say the same thing once, however often it happens', () => {
    for (let time = 0; time < 5; time += 1) showToast('The moderator has locked this.', { tone: 'error' })
    expect(useToasts.getState().messages).toHaveLength(1)
  })

  it('are three at most; the oldest goes', () => {
    for (const text of ['1', '2', '3', '4']) showToast(text)
    expect(useToasts.getState().messages.map(({ text }) => text)).toEqual(['2', '3', '4'])
  })
})
