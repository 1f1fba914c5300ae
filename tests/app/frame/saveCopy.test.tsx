import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FrameContext } from '../../../src/app/frame/FrameContext.ts'
import { createFrameStore } from '../../../src/app/frame/frameStore.ts'
import { useSaveCopy } from '../../../src/app/frame/useSaveCopy.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { refuseOpens } from '../../storage/faultyIndexedDb.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

const LONG = { timeout: 30_000 }

beforeEach(freshBrowser)

function SaveButton() {
  const { save } = useSaveCopy()
  return (
    <button type="button" onClick={save}>
      Save
    </button>
  )
}

async function savedCopy(isDamaged: boolean) {
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  onTestFinished(() => void vi.unstubAllGlobals())
  const services = await openTab()
  const texts = { title: 'Bahn', template: 'firstWorkshop', locale: 'en', t: translator('en') } as const
  const { workshopId } = mustOk(await makeWorkshop(services, texts))
  await services.sessions.end(workshopId)
  if (isDamaged) refuseOpens(`etappe/${workshopId}/map`)
  const session = mustOk(await services.sessions.hold(workshopId).opened)
  expect(session.recovered).toBe(isDamaged)
  renderWithServices(
    services,
    <FrameContext value={{ session, store: createFrameStore(), map: { current: null } }}>
      <SaveButton />
    </FrameContext>,
  )
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await Promise.resolve()
  })
  const said = () => useToasts.getState().messages.map(({ text }) => text)
  await vi.waitFor(() => expect(said()).toHaveLength(1), LONG)
  const exportedAt = async () => mustOk(await deviceOf(services).catalogue.find(workshopId))?.lastExportAt
  return { said, exportedAt }
}

describe('a copy as a file', { timeout: 60_000 }, () => {
  it('is noted as the last file of the workshop', async () => {
    const { said, exportedAt } = await savedCopy(false)
    expect(said()).toEqual(['The copy has been saved as a file.'])
    await vi.waitFor(async () => expect(await exportedAt()).toEqual(expect.any(Number)), LONG)
  })

  it('of a second copy says so, and is never noted as one of the whole', async () => {
    const { said, exportedAt } = await savedCopy(true)
    expect(said()).toEqual([expect.stringMatching(/^The second copy has been saved as a file/)])
    expect(await exportedAt()).toBeNull()
  })
})
