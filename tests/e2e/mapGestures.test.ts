/**
 * The map under real mice, keys and fingers: two people on one map, each with the gestures of their device, and a third
 * who may only look.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { type Fingers, fingersOn, type Spot } from './harness/fingers.ts'
import { join, openSample, share } from './harness/people.ts'
import { type Device, openStage, SIZES, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage
let anna: Device
let ben: Device
let reader: Device
let fingers: Fingers

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  ben = await stage.newDevice({ size: 'tablet', touch: true })
  reader = await stage.newDevice({ size: 'laptop' })
  await openSample(anna)
  await join(ben, await share(anna, 'de'), 'Ben', 'de')
  await lookAt(reader, await share(anna, 'de', 'reader'))
  fingers = await fingersOn(ben.page)
  for (const { page } of [anna, ben, reader]) await sheet(page, 'Küchentisch').waitFor()
}, 180_000)

afterAll(() => stage.close())

/** A reader needs no name. */
async function lookAt(device: Device, link: string): Promise<void> {
  await device.open(`/join${new URL(link).hash}`)
  await device.page.getByRole('button', { name: t('join.look') }).click()
  await device.page.waitForURL(/\/w\/[\w-]+$/)
}

/** A thing on the near map by words that stand in one line of it. */
function sheet(page: Page, words: string) {
  return page.locator('.tl-shape', { hasText: words }).first()
}

/** The view glides on after a flick; what is measured meanwhile is somewhere else a moment later. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last: string | undefined
        let still = 0
        const look = () => {
          const now = document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform
          still = now === last ? still + 1 : 0
          last = now
          if (still > 6) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}

async function boxOf(page: Page, words: string) {
  await atRest(page)
  const box = await sheet(page, words).boundingBox()
  if (box === null) throw new Error(`"${words}" is not on the screen`)
  return box
}

async function middle(page: Page, words: string): Promise<Spot> {
  const box = await boxOf(page, words)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Free room of a field: below the card that stands in it. */
async function below(page: Page, words: string, by = 60): Promise<Spot> {
  const box = await boxOf(page, words)
  return { x: box.x + box.width / 2, y: box.y + box.height + by }
}

async function chooseTool(
  page: Page,
  tool: 'toolMove' | 'toolSketch' | 'toolCard' | 'toolRate',
): Promise<void> {
  await page.getByRole('button', { name: t(`frame.${tool}`), exact: true }).click()
}

const textField = (page: Page) => page.locator('.map-text--open textarea')
const columnOf = async (page: Page, words: string) => Math.round((await boxOf(page, words)).x)

/** Between two cards that nobody moves, measured in one moment: the view may still glide. */
async function columnsApart(page: Page): Promise<number> {
  const lefts = await page
    .locator('.tl-shape')
    .evaluateAll((shapes) =>
      ['Küchentisch', 'Telefon auf laut'].map(
        (words) => shapes.find((shape) => shape.textContent.includes(words))?.getBoundingClientRect().x ?? 0,
      ),
    )
  return (lefts[1] ?? 0) - (lefts[0] ?? 0)
}

describe('with mouse and keyboard', { timeout: 120_000 }, () => {
  it('a click on an empty field writes a card, Enter the next one, and the others see them', async () => {
    const { page } = anna
    const free = await below(page, 'Küchentisch')
    await page.mouse.click(free.x, free.y)
    await textField(page).waitFor()
    await page.keyboard.type('Erste Idee äöü')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Zweite Idee')
    await page.keyboard.press('Escape')
    await textField(page).waitFor({ state: 'hidden' })
    for (const device of [anna, ben, reader]) {
      await sheet(device.page, 'Erste Idee').waitFor()
      await sheet(device.page, 'Zweite Idee').waitFor()
    }
    expect((await boxOf(page, 'Zweite Idee')).y).toBeGreaterThan((await boxOf(page, 'Erste Idee')).y)
  })

  it('a click on a field that was not meant leaves nothing behind', async () => {
    const { page } = anna
    const before = await page.locator('.tl-shape').count()
    const free = await below(page, 'Emre rechnet')
    await page.mouse.click(free.x, free.y)
    await textField(page).waitFor()
    await page.keyboard.press('Escape')
    await textField(page).waitFor({ state: 'hidden' })
    expect(await page.locator('.tl-shape').count()).toBe(before)
  })

  it('a dragged card lands where the preview showed it, and undo takes it back', async () => {
    const { page } = anna
    const from = await middle(page, 'Zweite Idee')
    const home = await columnOf(page, 'Zweite Idee')
    const target = await columnOf(page, 'Telefon auf laut')
    const to = await below(page, 'Telefon auf laut')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.locator('.map-landing').waitFor()
    expect(await columnOf(page, 'Zweite Idee')).toBe(home)
    await page.mouse.up()
    await expect.poll(() => columnOf(page, 'Zweite Idee')).toBe(target)
    await page.keyboard.press('Control+z')
    await expect.poll(() => columnOf(page, 'Zweite Idee')).toBe(home)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => columnOf(page, 'Zweite Idee')).toBe(target)
  })

  it('Delete puts the selected card into the bin', async () => {
    const { page } = anna
    const spot = await middle(page, 'Zweite Idee')
    await page.mouse.click(spot.x, spot.y)
    await page.locator('.map-ring').waitFor()
    await page.keyboard.press('Delete')
    await sheet(page, 'Zweite Idee').waitFor({ state: 'detached' })
    await sheet(ben.page, 'Zweite Idee').waitFor({ state: 'detached' })
  })

  it('arrow keys say where they are, Enter opens the text there', async () => {
    const { page } = anna
    const spot = await middle(page, 'Küchentisch')
    await page.mouse.click(spot.x, spot.y)
    await page.keyboard.press('ArrowRight')
    const said = page.locator('.map-panels output')
    await expect.poll(() => said.textContent()).toContain('Ich entdecke aus der Straßenbahn ein Plakat')
    await page.keyboard.press('Enter')
    await expect.poll(() => textField(page).inputValue()).toContain('Straßenbahn 18')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('pasted markup is text, one card per line', async () => {
    const { page } = anna
    const spot = await middle(page, 'Emre rechnet')
    await page.mouse.click(spot.x, spot.y)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '<svg onload="document.title=1">\nzweite Zeile')
      data.setData('text/html', '<img src=x onerror="document.title=1"><svg onload="document.title=1"></svg>')
      document.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await sheet(page, '<svg onload').waitFor()
    await sheet(page, 'zweite Zeile').waitFor()
    expect(await page.title()).not.toBe('1')
    await page.keyboard.press('Control+z')
    await sheet(page, 'zweite Zeile').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
  })
})

describe('with fingers', { timeout: 120_000 }, () => {
  it('one finger over cards moves the view and no card, and nobody else’s view', async () => {
    const before = { ben: await boxOf(ben.page, 'Küchentisch'), anna: await boxOf(anna.page, 'Küchentisch') }
    const from = await middle(ben.page, 'Telefon auf laut')
    await fingers.drag(from, { x: from.x + 90, y: from.y - 40 })
    await expect.poll(async () => (await boxOf(ben.page, 'Küchentisch')).x).toBeGreaterThan(before.ben.x + 60)
    expect(await boxOf(anna.page, 'Küchentisch')).toEqual(before.anna)
    expect(Math.abs((await columnsApart(ben.page)) - (await columnsApart(anna.page)))).toBeLessThan(3)
  })

  it('holding selects, and what is selected can be dragged', async () => {
    const { page } = ben
    await fingers.hold(await middle(page, 'Erste Idee'))
    const target = await columnOf(page, 'Telefon auf laut')
    await fingers.drag(await middle(page, 'Erste Idee'), await below(page, 'Telefon auf laut'))
    await expect.poll(() => columnOf(page, 'Erste Idee')).toBe(target)
    await expect
      .poll(
        async () =>
          (await columnOf(anna.page, 'Erste Idee')) - (await columnOf(anna.page, 'Telefon auf laut')),
      )
      .toBe(0)
  })

  it('a tap on an empty field opens the sheet above the keyboard, with the mark of the engine free', async () => {
    const { page } = ben
    await fingers.tap(await below(page, 'Straßenbahn 18'))
    await page.locator('.map-text--sheet.map-text--open').waitFor()
    expect(await textField(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Vom Tablet')
    await sheet(anna.page, 'Vom Tablet').waitFor()
    const covered = await page.locator('[class*="tl-watermark"]').evaluate((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit === null || !(hit === mark || mark.contains(hit))
    })
    expect(covered).toBe(false)
    await page.getByRole('button', { name: t('common.done'), exact: true }).click()
    await page.locator('.map-text--open').waitFor({ state: 'detached' })
  })

  it('a finger draws, the others see the stroke, and undo takes it back', async () => {
    const { page } = ben
    await chooseTool(page, 'toolSketch')
    const from = await below(page, 'Küchentisch', 40)
    await fingers.drag(from, { x: from.x + 120, y: from.y + 50 })
    const stroke = (on: Page) => on.locator('[data-shape-id^="shape:sketch-"]')
    await stroke(page).waitFor()
    await stroke(anna.page).waitFor()
    await page
      .getByRole('button', { name: t('frame.undo') })
      .first()
      .click()
    await stroke(anna.page).waitFor({ state: 'detached' })
    await chooseTool(page, 'toolMove')
  })

  it('pinched away, one picture shows the whole map; pinched back, the cards are there again', async () => {
    const { page } = ben
    await fingers.pinch({ x: 590, y: 400 }, 420, 60)
    await expect.poll(() => page.locator('.tl-shape').count()).toBe(0)
    await expect.poll(() => page.locator('.map-far canvas').count()).toBeGreaterThan(0)
    await page.locator('.map-rail__lane').first().waitFor()
    await fingers.pinch({ x: 590, y: 400 }, 60, 420)
    await expect.poll(() => page.locator('.tl-shape').count()).toBeGreaterThan(20)
  })

  it('upright too, the buttons lead from the whole map back to cards that can be read', async () => {
    const { page } = ben
    await page.setViewportSize(SIZES.tabletUpright)
    const button = (name: 'fit' | 'zoomIn') => page.getByRole('button', { name: t(`frame.${name}`) })
    await button('fit').tap()
    await expect.poll(() => page.locator('.tl-shape').count()).toBe(0)
    await expect
      .poll(async () => {
        await button('zoomIn').tap()
        await atRest(page)
        return page.locator('.tl-shape').count()
      })
      .toBeGreaterThan(20)
    await page.setViewportSize(SIZES.tablet)
  })
})

describe('with a reader’s link', { timeout: 60_000 }, () => {
  it('the map can be looked at, and no gesture changes it', async () => {
    const { page } = reader
    const before = await page.locator('.tl-shape').count()
    const free = await below(page, 'Küchentisch', 90)
    await page.mouse.click(free.x, free.y)
    await page.keyboard.type('nein')
    const spot = await middle(page, 'Küchentisch')
    await page.mouse.dblclick(spot.x, spot.y)
    await page.keyboard.press('Delete')
    expect(await textField(page).count()).toBe(0)
    expect(await page.locator('.tl-shape').count()).toBe(before)
    await page.mouse.move(spot.x, spot.y)
    await page.mouse.down()
    await page.mouse.move(spot.x + 200, spot.y + 30, { steps: 6 })
    await page.mouse.up()
    await expect.poll(async () => (await middle(page, 'Küchentisch')).x).toBeGreaterThan(spot.x + 150)
    expect(Math.abs((await columnsApart(page)) - (await columnsApart(anna.page)))).toBeLessThan(3)
  })
})
