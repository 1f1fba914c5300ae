import { Blob, File as ReadableFile } from 'node:buffer'
import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HomePage } from '../../../src/app/home/HomePage.tsx'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { FilesToOpen } from '../../../src/app/workshopFile/FilesToOpen.tsx'
import { translator } from '../../../src/i18n/translate.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

const LONG = { timeout: 30_000 }

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('Blob', Blob)
  vi.stubGlobal('File', ReadableFile)
  return () => void vi.unstubAllGlobals()
})

async function home() {
  const services = await openTab()
  renderWithServices(
    services,
    <>
      <HomePage />
      <FilesToOpen />
    </>,
  )
  return services
}

const broken = (name: string) => new File(['no workshop'], name)

function drop(file: File) {
  const dataTransfer = { types: ['Files'], files: [file], items: [] }
  fireEvent.drop(window, { dataTransfer })
}

describe('a file that is dropped on the start page', { timeout: 90_000 }, () => {
  it('leaves a dialog that is open, and what is typed in it, as it is', async () => {
    await home()
    fireEvent.click(await screen.findByRole('button', { name: /^New workshop/ }, LONG))
    const name = await screen.findByLabelText('Name of the workshop', undefined, LONG)
    fireEvent.change(name, { target: { value: 'Halb getippt' } })
    drop(broken('one.etappe'))
    await screen.findByText(/This is not the file of an Etappe workshop/, undefined, LONG)
    expect(name.isConnected && (name as HTMLInputElement).value).toBe('Halb getippt')
    drop(broken('two.etappe'))
    await vi.waitFor(
      () =>
        expect(useToasts.getState().messages.map(({ text }) => text)).toContain(
          'The file is opened as soon as this one is through.',
        ),
      LONG,
    )
    for (const left of [1, 0]) {
      const close = screen.getAllByRole('button', { name: 'Close', hidden: true }).at(-1)
      if (close === undefined) throw new Error('nothing to close')
      fireEvent.click(close)
      await vi.waitFor(
        () => expect(screen.queryAllByText(/This is not the file of an Etappe/)).toHaveLength(left),
        LONG,
      )
    }
    expect(name.isConnected && (name as HTMLInputElement).value).toBe('Halb getippt')
  })
})

describe('the start page', { timeout: 60_000 }, () => {
  it('offers to save everything only where there is something', async () => {
    const services = await home()
    const saveAll = () => screen.queryByRole('button', { name: 'Save everything on this device' })
    await screen.findByText('No workshop here yet', undefined, LONG)
    expect(saveAll()).toBeNull()
    const texts = { title: 'Bahn', template: 'firstWorkshop', locale: 'en', t: translator('en') } as const
    const { workshopId } = mustOk(await makeWorkshop(services, texts))
    await vi.waitFor(() => expect(saveAll()).not.toBeNull(), LONG)
    mustOk(await deviceOf(services).catalogue.bin(workshopId))
    await screen.findByText('No workshop here yet', undefined, LONG)
    expect(saveAll()).not.toBeNull()
  })

  it('says which workshops have work that their relay lacks, though none was opened', async () => {
    const services = await home()
    const texts = { title: 'Bahn', template: 'firstWorkshop', locale: 'en', t: translator('en') } as const
    const { workshopId } = mustOk(await makeWorkshop(services, texts))
    await services.sessions.end(workshopId)
    const { catalogue } = deviceOf(services)
    mustOk(await catalogue.update(workshopId, { onlyHereSince: 5 }))
    await screen.findByText('Only here, in no file', undefined, LONG)
    mustOk(await catalogue.update(workshopId, { relayOrigin: 'https://relay.example' }))
    await screen.findByText(/^Bahn: the latest changes are only on this device/, undefined, LONG)
    expect(screen.getByText('Not on the relay yet')).toBeTruthy()
    mustOk(await catalogue.update(workshopId, { onlyHereSince: null }))
    await vi.waitFor(() => expect(screen.queryByText(/only on this device/)).toBeNull(), LONG)
  })
})
