import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FilesToOpen } from '../../../src/app/workshopFile/FilesToOpen.tsx'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { freshBrowser, openTab } from '../support/testServices.ts'

type Consumer = (params: { readonly files: readonly unknown[] }) => void

const LONG = { timeout: 30_000 }

beforeEach(freshBrowser)

describe('files that the system hands over', () => {
  it('are opened one after the other when a second comes while the first is looked at', {
    timeout: 90_000,
  }, async () => {
    let consumer: Consumer | null = null
    vi.stubGlobal('launchQueue', { setConsumer: (given: Consumer) => (consumer = given) })
    onTestFinished(() => void vi.unstubAllGlobals())
    renderWithServices(await openTab(), <FilesToOpen />)
    const [first, second] = [vanishing('first'), vanishing('second')]
    await launch(consumer, first)
    await screen.findByRole('dialog', undefined, LONG)
    await vi.waitFor(() => expect(first.arrayBuffer).toHaveBeenCalled(), LONG)
    await launch(consumer, second)
    expect(second.arrayBuffer).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(second.arrayBuffer).toHaveBeenCalled(), LONG)
    await screen.findByRole('dialog', undefined, LONG)
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LONG)
  })
})

describe('files that are dropped on an open workshop', () => {
  it('are opened when they are workshop files, once, and tables take nobody away', {
    timeout: 90_000,
  }, async () => {
    const { filesInTurn } = await import('../../../src/app/workshopFile/filesInTurn.ts')
    window.history.replaceState(null, '', '/w/open')
    renderWithServices(await openTab(), <FilesToOpen />)
    const before = filesInTurn.get().turn
    drop(vanishing('cards', 'csv'))
    await vi.waitFor(
      () =>
        expect(useToasts.getState().messages.at(-1)?.text).toMatch(
          /^Only workshop files can be dropped here/,
        ),
      LONG,
    )
    expect(filesInTurn.get().waiting).toEqual([])
    const [first, second] = [drop(vanishing('first')), drop(vanishing('second'), true)]
    expect([first, second]).toEqual([false, true])
    await screen.findByRole('dialog', undefined, LONG)
    expect(filesInTurn.get()).toMatchObject({ turn: before, waiting: [{ length: 1 }] })
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LONG)
  })
})

/** False when the browser is kept from leaving the page; `again` as the map repeats what it has stopped. */
function drop(file: File, again = false): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  const dataTransfer = { types: ['Files'], files: [file], items: [] }
  Object.assign(event, { dataTransfer }, again ? { isSpecialRedispatchedEvent: true } : {})
  let isLeaving = true
  act(() => {
    isLeaving = document.body.dispatchEvent(event)
  })
  return isLeaving
}

/** It vanishes when it is read, which the flow says and waits for an answer. */
function vanishing(name: string, ending = 'etappe') {
  const vanish = () => Promise.reject(new DOMException('it vanished', 'NotFoundError'))
  const arrayBuffer = vi.fn(vanish)
  return Object.assign(new File(['x'], `${name}.${ending}`), {
    arrayBuffer,
    slice: () => ({ arrayBuffer: vanish }),
  })
}

async function launch(consumer: Consumer | null, file: File): Promise<void> {
  if (consumer === null) throw new Error('nobody listens for files of the system')
  await act(async () => {
    consumer({ files: [{ getFile: () => Promise.resolve(file) }] })
    await Promise.resolve()
  })
}
