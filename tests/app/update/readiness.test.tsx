import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { typingGuard } from '../../../src/app/update/readiness.ts'

/** Our dialogs are elements with this role. */
const AS_OURS = { role: 'dialog' }

const guard = typingGuard(document)

afterEach(cleanup)

describe('whether a reload would take words away', () => {
  it('objects while a text field has the focus, not while a box has it', () => {
    render(
      <>
        <input aria-label="words" />
        <input type="checkbox" aria-label="box" />
      </>,
    )
    screen.getByLabelText('words').focus()
    expect(guard()).toBe('typing')
    screen.getByLabelText('box').focus()
    expect(guard()).toBeNull()
  })

  it('objects while a dialog or a form holds typed words, though nobody is in the field', () => {
    const { rerender } = render(<textarea key="1" defaultValue="saved as it is typed" />)
    expect(guard()).toBeNull()
    rerender(
      <div {...AS_OURS}>
        <input key="2" readOnly value="a link to copy" />
        <input key="3" defaultValue=" " />
      </div>,
    )
    expect(guard()).toBeNull()
    rerender(
      <div {...AS_OURS}>
        <input key="4" defaultValue="New workshop" />
      </div>,
    )
    expect(guard()).toBe('typing')
    rerender(
      <form>
        <textarea defaultValue="half a thought" />
      </form>,
    )
    expect(guard()).toBe('typing')
  })
})
