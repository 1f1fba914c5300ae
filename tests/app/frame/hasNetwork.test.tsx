import { act, renderHook } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { useHasNetwork } from '../../../src/app/frame/useHasNetwork.ts'

function browserSays(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  onTestFinished(() => void vi.restoreAllMocks())
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
}

describe('the way to the relay', () => {
  it('is gone when the browser loses the network, and is there again with it', () => {
    const { result } = renderHook(() => useHasNetwork('http://192.0.2.2:4610'))
    expect(result.current).toBe(true)
    act(() => browserSays(false))
    expect(result.current).toBe(false)
    act(() => browserSays(true))
    expect(result.current).toBe(true)
  })

  it('to a relay on this very machine needs no network', () => {
    browserSays(false)
    expect(renderHook(() => useHasNetwork('http://localhost:4321')).result.current).toBe(true)
    expect(renderHook(() => useHasNetwork('http://192.0.2.2:4321')).result.current).toBe(false)
  })
})
