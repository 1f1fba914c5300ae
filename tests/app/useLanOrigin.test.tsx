import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useLanOrigin } from '../../src/app/useLanOrigin.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('shows the address that the room understands, follows it to a new one, and says so once', async () => {
  vi.useFakeTimers()
  let lan = 'http://192.168.1.20:4321'
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ origins: [lan] })))
  const moved: string[] = []
  const { origin } = window.location
  const { result, unmount } = renderHook(() => useLanOrigin(origin, (now) => moved.push(now)))
  expect(result.current).toBe(origin)
  await act(() => vi.advanceTimersByTimeAsync(0))
  expect(result.current).toBe('http://192.168.1.20:4321')
  lan = 'http://10.0.0.5:4321'
  await act(() => vi.advanceTimersByTimeAsync(31_000))
  expect([result.current, moved]).toEqual(['http://10.0.0.5:4321', ['http://10.0.0.5:4321']])
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
