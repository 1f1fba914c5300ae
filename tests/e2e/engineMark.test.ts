/**
 * The licence of the drawing engine: its mark is on the map whole, visible and open to a click, at every size, with and
 * without a panel beside the map. What is measured is the mark as the engine draws it; all that may move is ours.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { openSample } from './harness/people.ts'
import { type Device, openStage, SIZES, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage
let device: Device

beforeAll(async () => {
  stage = await openStage()
  device = await stage.newDevice({ size: 'tablet', touch: true })
  await openSample(device)
}, 120_000)

afterAll(() => stage.close())

/** What stands over the mark or cuts it off: nothing, when it is whole. */
function overTheMark(page: Page): Promise<string[]> {
  return page.locator('[class*="tl-watermark"] > button').evaluate((button) => {
    const STEP = 4
    const mark = button.parentElement
    const { left, top, right, bottom } = button.getBoundingClientRect()
    const found = new Set<string>()
    if (right - left < 8 || bottom - top < 32) found.add('it is squeezed')
    for (let x = left + 1; x < right; x += STEP) {
      for (let y = top + 1; y < bottom; y += STEP) {
        const hit = document.elementFromPoint(x, y)
        if (mark?.contains(hit) !== true) found.add(hit?.outerHTML.slice(0, 60) ?? 'the edge of the window')
      }
    }
    return [...found]
  })
}

/** The panel slides in, and the map makes room for it. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running' && playState !== 'paused'),
  )
}

async function expectWholeMark(page: Page): Promise<void> {
  await settled(page)
  await expect.poll(() => overTheMark(page)).toEqual([])
}

const tool = (page: Page, name: 'toolMove' | 'toolSketch') =>
  page.getByRole('button', { name: t(`frame.${name}`), exact: true }).click()

describe.each(['tablet', 'tabletUpright', 'phone', 'laptop'] as const)('on a %s', (size) => {
  it('nothing covers the mark: not the tools, not what they open, not a panel', {
    timeout: 60_000,
  }, async () => {
    const { page } = device
    await page.setViewportSize(SIZES[size])
    await expectWholeMark(page)
    await tool(page, 'toolSketch')
    await page.locator('.et-tools__options').waitFor()
    await expectWholeMark(page)
    await tool(page, 'toolMove')
    await page.getByRole('button', { name: t('frame.whoAreYou') }).click()
    const panel = page.getByRole('complementary', { name: t('people.title') })
    await panel.waitFor()
    await expectWholeMark(page)
    await panel.getByRole('button', { name: t('common.close'), exact: true }).click()
    await panel.waitFor({ state: 'detached' })
    await expectWholeMark(page)
  })
})
