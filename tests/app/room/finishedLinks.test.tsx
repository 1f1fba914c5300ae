import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useFinishedLinks } from '../../../src/app/room/useFinishedLinks.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import type { PageMoment } from '../../../src/shared/pageLifecycle.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { createValueStore } from '../../../src/shared/valueStore.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'

const changeLinks = vi.hoisted(() => vi.fn())
vi.mock(import('../../../src/app/room/changeLinks.ts'), async (original) => ({
  ...(await original()),
  changeLinks,
}))

beforeEach(() => {
  changeLinks.mockReset()
  useToasts.setState({ messages: [] })
})

function unfinished() {
  const entry = createValueStore(newWorkshopEntry('w', 1, { nextSecret: 'N', roomClosedAt: 2 }))
  const waiting = new Set<() => void>()
  const listeners = new Map<PageMoment, () => void>()
  const environment = {
    timers: {
      after: (_ms: number, run: () => void) => {
        waiting.add(run)
        return () => void waiting.delete(run)
      },
    },
    lifecycle: {
      on: (moment: PageMoment, listener: () => void) => {
        listeners.set(moment, listener)
        return () => void listeners.delete(moment)
      },
    },
  }
  const session = { entry } as unknown as WorkshopSession
  const { unmount } = renderHook(() => useFinishedLinks(session, environment))
  const settle = () => act(() => Promise.resolve())
  return {
    entry,
    unmount,
    settle,
    waiting,
    pass: () => act(async () => waiting.forEach((run) => run())),
    hear: (moment: PageMoment) => act(async () => listeners.get(moment)?.()),
    said: () => useToasts.getState().messages.map(({ tone }) => tone),
  }
}

const unreachable = err({ from: 'relay', code: 'unreachable' } as const)

describe('new links whose answer was lost', () => {
  it('are asked for again until the relay answers, and only the first failure is said', async () => {
    changeLinks.mockResolvedValue(unreachable)
    const { settle, pass, hear, said, waiting } = unfinished()
    await settle()
    await pass()
    await hear('online')
    expect(changeLinks).toHaveBeenCalledTimes(3)
    expect(said()).toEqual(['error'])
    changeLinks.mockResolvedValue(ok(undefined))
    await hear('show')
    expect([changeLinks.mock.calls.length, said(), waiting.size]).toEqual([4, ['error', 'info'], 0])
    await hear('online')
    expect(changeLinks).toHaveBeenCalledTimes(4)
  })

  it('are left alone when the screen is left', async () => {
    changeLinks.mockResolvedValue(unreachable)
    const { settle, unmount, pass, waiting } = unfinished()
    await settle()
    unmount()
    expect(waiting.size).toBe(0)
    await pass()
    expect(changeLinks).toHaveBeenCalledOnce()
  })
})
