/** Measures inside the page, with the page's own clock: how long frames take while something goes on, and key to paint. */
import type { Page } from 'playwright-core'

export interface Spread {
  readonly p50: number
  readonly p95: number
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

/** Slows the page's processor down by this factor, as the design's measurements do. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Remembers, from the next navigation on, when this selector first matched, in milliseconds since navigation began. */
export async function watchFor(page: Page, selector: string, count: number): Promise<void> {
  await page.addInitScript(
    ({ selector: wanted, count: least }) => {
      const look = () => {
        if (document.querySelectorAll(wanted).length >= least) {
          Object.assign(globalThis, { seenAt: performance.now() })
        } else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    { selector, count },
  )
}

export async function seenAt(page: Page): Promise<number> {
  await page.waitForFunction(() => 'seenAt' in globalThis, undefined, { timeout: 120_000 })
  return page.evaluate(() => (globalThis as unknown as { seenAt: number }).seenAt)
}

/** Milliseconds between animation frames while `act` runs. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Spread> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let goesOn = true
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      if (goesOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frames, stopFrames: () => (goesOn = false) })
  })
  await act()
  const frames = await page.evaluate(() => {
    const shared = globalThis as unknown as { frames: number[]; stopFrames: () => void }
    shared.stopFrames()
    return shared.frames.slice(2)
  })
  return spread(frames)
}

/** From pressing a key to the paint that shows it, by the browser's own event timing (8 ms steps). */
export async function keyToPaint(page: Page, text: string): Promise<Spread> {
  await page.evaluate(() => {
    const durations: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration)
    })
    observer.observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
    Object.assign(globalThis, { durations })
  })
  for (const character of text) {
    await page.keyboard.type(character)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  return spread(await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations))
}
