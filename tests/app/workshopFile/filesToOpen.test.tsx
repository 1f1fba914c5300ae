import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FilesToOpen } from '../../../src/app/workshopFile/FilesToOpen.tsx'
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

/** It vanishes when it is read, which the flow says and waits for an answer. */
function vanishing(name: string) {
  const vanish = () => Promise.reject(new DOMException('it vanished', 'NotFoundError'))
  const arrayBuffer = vi.fn(vanish)
  return Object.assign(new File(['x'], `${name}.etappe`), {
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
