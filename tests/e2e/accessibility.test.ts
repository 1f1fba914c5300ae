/**
 * WCAG 2.2 A and AA and the checker's best practices (landmarks, order of headings, names that contain what is seen), as
 * far as a checker can tell, on every screen, light and dark, in both languages.
 */
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, translator } from '../../src/i18n/translate.ts'
import { openSample, openView, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Belongs to WCAG 2.5.3, and is switched off unless it is asked for. */
const ALSO = { 'label-content-name-mismatch': { enabled: true } }

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axePath })
  // A dialog that is still fading in is neither opaque nor recognised as open.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running' && playState !== 'paused'),
  )
  const found = await page.evaluate(
    async ({ tags, rules }) => {
      const { axe } = window as unknown as {
        axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> }
      }
      const result = await axe.run(
        // The mark of the drawing engine must stay as it is.
        { exclude: [['[class*="tl-watermark"]']] },
        { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] },
      )
      return result.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 3).map(({ html }) => html),
      }))
    },
    { tags: RULES, rules: ALSO },
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`)
}

/** The panel of one to ten for the first activity. */
async function openRating(page: Page, t: ReturnType<typeof translator>): Promise<void> {
  await page.getByRole('button', { name: t('frame.toolRate'), exact: true }).click()
  const map = page.locator('.tl-container')
  const box = await map.boundingBox()
  if (box === null) throw new Error('the map is on the screen')
  // A map opens at its beginning, at reading size.
  await page.mouse.click(box.x + 210, box.y + 265)
  await page.locator('.map-rating').waitFor()
}

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const looks: readonly { locale: Locale; dark: boolean; size: 'laptop' | 'tabletUpright' | 'phone' }[] = [
  { locale: 'de', dark: false, size: 'laptop' },
  { locale: 'en', dark: true, size: 'tabletUpright' },
  { locale: 'de', dark: true, size: 'phone' },
]

describe.each(looks)('every screen in $locale, dark: $dark, on a $size', { timeout: 180_000 }, (look) => {
  const t = translator(look.locale)
  let device: Device

  beforeAll(async () => {
    device = await stage.newDevice({ ...look, touch: look.size !== 'laptop', bypassCsp: true })
  })

  afterAll(() => device.context.close())

  it('is accessible before a workshop is open', async () => {
    await device.open('/')
    await device.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await violations(device.page)).toEqual([])
    await device.page.getByRole('button', { name: t('home.newWorkshop') }).click()
    await device.page.getByRole('dialog').waitFor()
    expect(await violations(device.page)).toEqual([])
    await device.open('/join')
    await device.page.getByRole('textbox').first().waitFor()
    expect(await violations(device.page)).toEqual([])
  })

  it('is accessible in a workshop, in every view and in the share dialog', async () => {
    await openSample(device)
    expect(await violations(device.page)).toEqual([])
    for (const view of ['outline', 'personas', 'touchpoints', 'poster'] as const) {
      await openView(device.page, view, look.locale)
      await device.page.locator('main h2, main h1').first().waitFor()
      expect(await violations(device.page), view).toEqual([])
    }
    await openView(device.page, 'map', look.locale)
    await openRating(device.page, t)
    expect(await violations(device.page), 'rating').toEqual([])
    await share(device, look.locale)
    await device.page.getByRole('button', { name: t('frame.share'), exact: true }).click()
    await device.page.getByRole('dialog').waitFor()
    expect(await violations(device.page)).toEqual([])
  })
})
