import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ServicesContext } from '../../../src/app/ServicesContext.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { useRecoverySheet } from '../../../src/app/room/useRecoverySheet.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { createValueStore } from '../../../src/shared/valueStore.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'

const printRecoverySheet = vi.hoisted(() => vi.fn())
vi.mock(import('../../../src/app/room/printRecoverySheet.ts'), async (original) => ({
  ...(await original()),
  printRecoverySheet,
}))

beforeEach(() => {
  printRecoverySheet.mockReset()
  useToasts.setState({ messages: [] })
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  onTestFinished(() => void vi.unstubAllGlobals())
})

/** Asks for the sheet of a workshop that this device moderates, and says what stands on the screen. */
function ask() {
  const entry = createValueStore(newWorkshopEntry('w', 1, { role: 'moderator', secret: 'S' }))
  const document = { snapshot: () => ({ meta: { createdAt: 0 } }) }
  const session = { entry, document } as unknown as WorkshopSession
  const services = { clock: { now: () => 2 }, logger: { error: () => undefined } } as unknown as AppServices
  const { result } = renderHook(() => useRecoverySheet(session, 'https://relay.example'), {
    wrapper: ({ children }) => <ServicesContext value={services}>{children}</ServicesContext>,
  })
  result.current?.()
  return () => useToasts.getState().messages.map(({ text }) => text)
}

describe('the recovery sheet says', () => {
  it('that it is being made, and instead of that where it is', async () => {
    const file = { name: 'Sheet.pdf', mime: 'application/pdf', bytes: new Uint8Array() }
    printRecoverySheet.mockResolvedValue(ok(file))
    const said = ask()
    expect(said()).toEqual([expect.stringContaining('is being made')])
    await vi.waitFor(() => expect(said().at(-1)).toMatch(/is in your downloads/))
    expect(said()).toHaveLength(1)
  })

  it('that it could not be made, and no longer that it is being made', async () => {
    printRecoverySheet.mockResolvedValue(err('failed'))
    const said = ask()
    await vi.waitFor(() => expect(said().at(-1)).toMatch(/could not be made/))
    expect(said()).toHaveLength(1)
    printRecoverySheet.mockRejectedValue(new Error('no fonts'))
    useToasts.setState({ messages: [] })
    const saidThen = ask()
    await vi.waitFor(() => expect(saidThen().at(-1)).toMatch(/could not be made/))
    expect(saidThen()).toHaveLength(1)
  })
})
