import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useGapNotice } from '../../../src/app/frame/useGapNotice.ts'
import type { Timers } from '../../../src/shared/timers.ts'
import { createValueStore } from '../../../src/shared/valueStore.ts'
import type { WorkshopConnection } from '../../../src/sync/workshopConnection.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'

afterEach(() => useToasts.setState({ messages: [] }))

function watched() {
  const waiting = new Set<() => void>()
  const timers: Timers = {
    after: (_ms, run) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
  }
  const hasGaps = createValueStore(false)
  const reconnect = vi.fn()
  const connection = createValueStore({ reconnect } as unknown as WorkshopConnection)
  renderHook(() => useGapNotice({ hasGaps, connection }, timers))
  return {
    reconnect,
    set: (now: boolean) => act(() => hasGaps.set(now)),
    pass: () => act(() => waiting.forEach((run) => run())),
    said: () => useToasts.getState().messages.map(({ text }) => text),
  }
}

describe('a hole in what has arrived', () => {
  it('is said during the session, and the relay is asked again', () => {
    const { set, pass, said, reconnect } = watched()
    pass()
    expect(said()).toEqual([])
    set(true)
    pass()
    expect(said()).toEqual([expect.stringMatching(/waits for other work that is missing/)])
    expect(reconnect).toHaveBeenCalledOnce()
  })

  it('is not spoken of when it closes within seconds', () => {
    const { set, pass, said, reconnect } = watched()
    set(true)
    set(false)
    pass()
    expect([said(), reconnect.mock.calls.length]).toEqual([[], 0])
  })
})
