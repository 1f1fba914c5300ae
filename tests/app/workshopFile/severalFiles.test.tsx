import { Blob, File as ReadableFile } from 'node:buffer'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OpenFiles } from '../../../src/app/workshopFile/OpenFiles.tsx'
import type { AppServices } from '../../../src/app/services.ts'
import { applyUpdates, updatesOf } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { addOneCard, bytesOf, workshopWithPicture } from '../../exchange/workshopFile/smallWorkshop.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { freshBrowser, mustOk, openTab } from '../support/testServices.ts'

const LONG = { timeout: 30_000 }

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('Blob', Blob)
  vi.stubGlobal('File', ReadableFile)
  return () => void vi.unstubAllGlobals()
})

/** Eight devices that began with the same workshop and have worked apart since, each with its file. */
async function eightDevices() {
  const { workshop, personId } = await workshopWithPicture()
  const start = updatesOf(workshop)
  const devices: WorkshopDocument[] = []
  for (let n = 1; n <= 8; n += 1) {
    const device = createWorkshopDocument({ clock: { now: () => n } })
    applyUpdates(device, start)
    addOneCard({ workshop: device, personId }, `Von Gerät ${String(n)}`)
    devices.push(device)
  }
  const files = await Promise.all(
    devices.map(async (device, n) => new File([await bytesOf(device)], `Gerät ${String(n + 1)}.etappe`)),
  )
  return { files, workshopId: workshop.snapshot().meta.workshopId }
}

async function textsHere(services: AppServices, workshopId: string) {
  const held = services.sessions.hold(workshopId)
  const { document } = mustOk(await held.opened)
  held.release()
  return [...document.snapshot().cards.values()]
    .map(({ text }) => text)
    .filter((text) => text.startsWith('Von'))
}

async function openTogether(services: AppServices, files: readonly File[]) {
  const onDone = vi.fn()
  const { unmount } = renderWithServices(
    services,
    <OpenFiles files={files} onClose={vi.fn()} onDone={onDone} />,
  )
  const dialog = within(await screen.findByRole('dialog', undefined, LONG))
  const takeAll = await dialog.findByRole('button', { name: 'Take all in' }, LONG)
  await vi.waitFor(() => expect(takeAll.hasAttribute('disabled')).toBe(false), LONG)
  return { dialog, onDone, unmount, take: () => act(() => fireEvent.click(takeAll)) }
}

describe('files of eight devices after two hours apart, opened together', { timeout: 90_000 }, () => {
  it('are looked at first and then merge one after the other, without a relay', async () => {
    const services = await openTab()
    const { files, workshopId } = await eightDevices()
    const { dialog, take, onDone } = await openTogether(services, files)
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Gerät 1.etappenew here',
      ...[2, 3, 4, 5, 6, 7, 8].map(
        (n) => `Gerät ${String(n)}.etappethe same workshop as “Gerät 1.etappe”; comes in addition`,
      ),
    ])
    expect((await services.sessions.hold(workshopId).opened).ok).toBe(false)
    await take()
    fireEvent.click(await dialog.findByRole('button', { name: 'Open workshop' }, LONG))
    expect(onDone).toHaveBeenCalledWith(workshopId)
    const expected = files.map((_file, n) => `Von Gerät ${String(n + 1)}`)
    expect((await textsHere(services, workshopId)).sort()).toEqual(expected)
  })

  it('say what each brings to the workshop that is here, and one that is damaged holds up none', async () => {
    const services = await openTab()
    const { files, workshopId } = await eightDevices()
    const [first, second, third] = files
    if (first === undefined || second === undefined || third === undefined) throw new Error('eight files')
    const begun = await openTogether(services, [first, new File(['x'], 'kaputt.etappe')])
    expect(begun.dialog.getByText(/This is not the file of an Etappe workshop/)).toBeTruthy()
    await begun.take()
    await begun.dialog.findByText('taken in', undefined, LONG)
    begun.unmount()
    const more = await openTogether(services, [third, first, second])
    expect(more.dialog.getAllByText('is here; brings 1 new')).toHaveLength(2)
    expect(more.dialog.getByText('is here already, with all of it')).toBeTruthy()
    await more.take()
    await vi.waitFor(() => expect(more.dialog.getAllByText('taken in')).toHaveLength(2), LONG)
    expect((await textsHere(services, workshopId)).sort()).toEqual(
      [1, 2, 3].map((n) => `Von Gerät ${String(n)}`),
    )
  })
})
