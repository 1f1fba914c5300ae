/** The first minutes of a group: an empty map, one tablet, and the course of the journey written in one go. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { type Fingers, fingersOn, type Spot } from './harness/fingers.ts'
import { mapIsThere } from './harness/people.ts'
import { openStage, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage
let page: Page
let fingers: Fingers

beforeAll(async () => {
  stage = await openStage()
  const device = await stage.newDevice({ size: 'tablet', touch: true })
  page = device.page
  await device.open('/')
  await page.getByRole('button', { name: t('home.newWorkshop') }).click()
  await page.getByRole('button', { name: t('home.create'), exact: true }).click()
  await page.waitForURL(/\/w\/[\w-]+$/)
  await mapIsThere(page)
  fingers = await fingersOn(page)
  await button(t('frame.toolCard')).tap()
  await onMap('Inspiration').waitFor()
}, 120_000)

afterAll(() => stage.close())

const onMap = (words: string) => page.locator('.tl-shape', { hasText: words }).first()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const next = (phase: string) => button(t('canvas.nextInPhase', { phase }))
const writing = () => page.locator('.map-text--open')

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox()
  if (box === null) throw new Error('it is not on the screen')
  return { ...box, right: box.x + box.width }
}

/** Under the arrow of a phase, where its first activity goes. */
async function under(phase: string): Promise<Spot> {
  const { x, y, width, height } = await boxOf(onMap(phase))
  return { x: x + width / 2, y: y + height + 24 }
}

/** The one frame of where the next letter goes stands under this phase and no other. */
async function expectMarkUnder(phase: string): Promise<void> {
  await expect
    .poll(async () => {
      const [mark, arrow] = [await boxOf(page.locator('rect.map-focus')), await boxOf(onMap(phase))]
      return mark.x >= arrow.x - 4 && mark.right <= arrow.right + 12
    })
    .toBe(true)
}

describe('on an empty map', { timeout: 60_000 }, () => {
  it('a tap into a row without activities says why an activity comes first', async () => {
    const { y } = await boxOf(onMap('Erwartungen'))
    await fingers.tap({ x: (await under('Recherche')).x, y: y + 12 })
    const reason = writing().getByText(t('canvas.activityFirst'))
    await reason.waitFor()
    expect(await writing().getByRole('textbox').getAttribute('aria-describedby')).toBe(
      await reason.getAttribute('id'),
    )
    await writing()
      .getByText(`${t('canvas.newActivity')} · Recherche`)
      .waitFor()
    await button(t('common.done')).tap()
    await writing().waitFor({ state: 'detached' })
    await fingers.tap(await under('Inspiration'))
    await writing().waitFor()
    expect(await reason.count()).toBe(0)
  })

  it('the frame of the next activity stands behind the one just written, in the same phase', async () => {
    await page.keyboard.type('Ich sehe ein Plakat')
    await button(t('canvas.addActivityAfter')).tap()
    await expectMarkUnder('Inspiration')
    await page.keyboard.type('Ich frage die Kinder')
    await onMap('Ich frage die Kinder').waitFor()
  })

  it('the way on begins the next phase, and says at the last one that it ends', async () => {
    await next('Recherche').tap()
    await expectMarkUnder('Recherche')
    await page.keyboard.type('Ich vergleiche')
    const ended = button(t('canvas.noNextActivity'))
    const onward = writing().getByRole('button', { name: t('canvas.nextInPhase', { phase: '' }).slice(0, 6) })
    while ((await ended.count()) === 0) await onward.tap()
    expect(await ended.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.type('Ich komme wieder')
    await ended.waitFor()
    await ended.tap({ force: true })
    await page.keyboard.type(' gern')
    await expect.poll(() => writing().getByRole('textbox').inputValue()).toBe('Ich komme wieder gern')
  })
})
