import { describe, expect, it, vi } from 'vitest'
import { keepAwake } from '../../../src/features/wall/keepAwake.ts'

function wallBrowser(answer: 'yes' | 'no' | 'cannot' = 'yes') {
  const listeners = new Set<() => void>()
  let held = 0
  let asked = 0
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_event: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_event: string, listener: () => void) => void listeners.delete(listener),
  }
  const request = () => {
    asked += 1
    if (answer === 'no') return Promise.reject(new DOMException('battery', 'NotAllowedError'))
    held += 1
    const release = () => {
      held -= 1
      return Promise.resolve()
    }
    return Promise.resolve({ release } as unknown as WakeLockSentinel)
  }
  return {
    browser: { wakeLock: answer === 'cannot' ? null : { request }, page: page as unknown as Document },
    show: () => listeners.forEach((listener) => listener()),
    hide: () => {
      page.visibilityState = 'hidden'
      listeners.forEach((listener) => listener())
      page.visibilityState = 'visible'
    },
    held: () => held,
    asked: () => asked,
  }
}

describe('the wall', () => {
  it('keeps the screen on, asks again when it is shown again, and lets go when it is left', async () => {
    const wall = wallBrowser()
    const said: boolean[] = []
    const stop = keepAwake(wall.browser, (isAwake) => said.push(isAwake))
    await vi.waitFor(() => expect(said).toEqual([true]))
    wall.hide()
    expect(wall.asked()).toBe(1)
    wall.show()
    await vi.waitFor(() => expect(wall.asked()).toBe(2))
    stop()
    wall.show()
    expect(wall.asked()).toBe(2)
  })

  it('lets go of a lock that arrives after the wall was left', async () => {
    const wall = wallBrowser()
    keepAwake(wall.browser, () => undefined)()
    await vi.waitFor(() => expect(wall.held()).toBe(0))
  })

  it.each(['no', 'cannot'] as const)('says when the browser answers "%s"', async (answer) => {
    const said: boolean[] = []
    keepAwake(wallBrowser(answer).browser, (isAwake) => said.push(isAwake))
    await vi.waitFor(() => expect(said).toEqual([false]))
  })
})
