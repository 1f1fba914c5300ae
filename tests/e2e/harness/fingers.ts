/** Fingers and pens on a page, through the browser's own input: taps, holds, drags and pinches as a tablet sends them. */
import type { CDPSession, Page } from 'playwright-core'

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Fingers {
  readonly tap: (at: Spot) => Promise<void>
  /** Presses until the hold is recognised, then lifts. */
  readonly hold: (at: Spot) => Promise<void>
  readonly drag: (from: Spot, to: Spot) => Promise<void>
  /** Two fingers around a point, their distance changing from one number of pixels to another. */
  readonly pinch: (around: Spot, from: number, to: number) => Promise<void>
}

const STEPS = 14

export async function fingersOn(page: Page): Promise<Fingers> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map(({ x, y }, id) => ({ x, y, id, radiusX: 6, radiusY: 6, force: 1 })),
    })
  /** The engine reads movements once per frame. */
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  return {
    tap: async (at) => {
      await touch('touchStart', [at])
      await touch('touchEnd', [])
    },
    hold: async (at) => {
      await touch('touchStart', [at])
      await page.locator('.map-ring').first().waitFor()
      await frame()
      await touch('touchEnd', [])
    },
    drag: async (from, to) => {
      await touch('touchStart', [from])
      for (let step = 1; step <= STEPS; step += 1) {
        const part = step / STEPS
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
        await frame()
      }
      await touch('touchEnd', [])
    },
    pinch: async ({ x, y }, from, to) => {
      const pair = (distance: number) => [
        { x: x - distance / 2, y },
        { x: x + distance / 2, y },
      ]
      await touch('touchStart', pair(from))
      for (let step = 1; step <= STEPS; step += 1) {
        await touch('touchMove', pair(from + ((to - from) * step) / STEPS))
        await frame()
      }
      await touch('touchEnd', [])
    },
  }
}
