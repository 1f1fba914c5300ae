import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useMediaTools } from '../../../src/app/frame/useMediaTools.ts'
import { InterruptedCapture } from '../../../src/app/pictures/InterruptedCapture.tsx'
import { useServices } from '../../../src/app/ServicesContext.ts'
import type { AppServices } from '../../../src/app/services.ts'
import type { PictureTarget, PictureTools } from '../../../src/features/inspector/pictureTools.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { createCaptureNotes } from '../../../src/storage/captureNotes.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { deviceOf, freshBrowser, mustOk } from '../support/testServices.ts'

beforeEach(freshBrowser)

async function renderTools() {
  const seen: { tools?: PictureTools; services?: AppServices } = {}
  function Probe() {
    Object.assign(seen, { tools: useMediaTools(), services: useServices() })
    const [isOpen, setOpen] = useState(false)
    if (isOpen) return <InterruptedCapture />
    return <button onClick={() => setOpen(true)}>open the workshop again</button>
  }
  const { session } = await renderFrame(<Probe />)
  const { tools, services } = seen
  const fields = { text: 'Platform 9' }
  const id = mustOk(createRecord(session.document, session.actor.get(), { table: 'cards', fields }))
  if (tools === undefined || services === undefined) throw new Error('not rendered')
  const notes = createCaptureNotes(deviceOf(services).database)
  const note = async () => mustOk(await notes.find(session.workshopId))
  const begin = (target: PictureTarget) => tools.onBeforeCapture(target, 'picture')
  return { tools, target: { kind: 'card', id } as const, note, begin }
}

describe('a photo that comes back from the camera', { timeout: 60_000 }, () => {
  it('is noted until it is kept or refused, because the tablet may end the page meanwhile', async () => {
    const { tools, target, note, begin } = await renderTools()
    let refuse: (cause: Error) => void = () => undefined
    const read = vi.fn(
      () =>
        new Promise<ArrayBuffer>((_, reject) => {
          refuse = reject
        }),
    )
    const slice = () => ({ text: () => Promise.resolve('') })
    const photo = Object.assign(new File([], 'a.jpg'), { slice, arrayBuffer: read }) as unknown as File
    await begin(target)
    tools.onPictures([photo], target)
    await waitFor(() => expect(read).toHaveBeenCalled(), { timeout: 20_000 })
    expect(await note()).toMatchObject({ what: 'picture' })
    refuse(new DOMException('gone', 'NotReadableError'))
    await vi.waitFor(async () => expect(await note()).toBeNull(), { timeout: 20_000 })
  })
})

describe('a photo that was interrupted', { timeout: 60_000 }, () => {
  it('stays noted until somebody answers: it may belong to a tab whose camera is still open', async () => {
    const { target, note, begin } = await renderTools()
    await begin(target)
    fireEvent.click(screen.getByRole('button', { name: 'open the workshop again' }))
    const leave = await screen.findByRole('button', { name: 'Leave it' }, { timeout: 20_000 })
    expect(await note()).toMatchObject({ what: 'picture' })
    fireEvent.click(leave)
    await vi.waitFor(async () => expect(await note()).toBeNull(), { timeout: 20_000 })
    expect(screen.queryByRole('button', { name: 'Leave it' })).toBeNull()
  })
})

describe('several photos at once', { timeout: 60_000 }, () => {
  it('are all tried, and each that breaks is told by its name', async () => {
    const { tools, target } = await renderTools()
    const breaking = (name: string) =>
      Object.assign(new File([], name), {
        slice: () => {
          throw new Error('this browser has no 2D canvas')
        },
      })
    tools.onPictures([breaking('a.jpg'), breaking('b.jpg')], target)
    await waitFor(
      () =>
        expect(useToasts.getState().messages.map(({ text }) => text)).toEqual([
          expect.stringContaining('“a.jpg” could not be read'),
          expect.stringContaining('“b.jpg” could not be read'),
        ]),
      { timeout: 20_000 },
    )
  })
})
