/** The wall follows the moderator's hand from another device, and stays when the moderator is gone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { join, mapIsThere, openSample, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage
let anna: Device
let wall: Device

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  wall = await stage.newDevice({ size: 'laptop' })
  await openSample(anna)
  await join(wall, await share(anna, 'de'), 'Wand', 'de')
  await wall.open(new URL(wall.page.url()).pathname.replace('/w/', '/wall/'))
  await mapIsThere(wall.page)
}, 180_000)

afterAll(() => stage.close())

/** How many phases the wall shows at its upper edge. */
function phasesInView(): Promise<number> {
  return wall.page.locator('.map-bar__phase').count()
}

async function openLead(): Promise<void> {
  await anna.page.getByRole('button', { name: t('frame.more'), exact: true }).click()
  await anna.page.getByRole('menuitem', { name: t('facilitation.title') }).click()
}

describe('the wall follows', { timeout: 120_000 }, () => {
  it('shows step and time as soon as the moderator begins', async () => {
    expect(await wall.page.locator('.et-step').count()).toBe(0)
    await openLead()
    await anna.page.getByRole('button', { name: t('facilitation.begin') }).click()
    await anna.page.getByRole('button', { name: t('facilitation.start', { n: 15 }) }).click()
    await wall.page.getByText(t('agenda.welcome'), { exact: true }).waitFor({ timeout: 60_000 })
    await wall.page.getByRole('timer').waitFor()
  })

  it('shows what the moderator shows, large', async () => {
    await expect.poll(phasesInView, { timeout: 60_000 }).toBe(8)
    const field = anna.page.getByLabel(t('facilitation.wall'))
    await field.selectOption({ label: t('facilitation.phase', { title: 'Unterwegs im Zug' }) })
    await wall.page.locator('.map-spot').waitFor({ state: 'attached', timeout: 60_000 })
    await expect.poll(phasesInView, { timeout: 60_000 }).toBeLessThan(8)
  })

  it('shows the whole map while the switch is off', async () => {
    const follow = wall.page.getByRole('button', { name: t('wall.follow') })
    await follow.click()
    await expect.poll(phasesInView, { timeout: 60_000 }).toBe(8)
    expect(await wall.page.locator('.map-spot').count()).toBe(0)
    await follow.click()
    await wall.page.locator('.map-spot').waitFor({ state: 'attached' })
  })

  it('stays with it when the moderator is gone, also after a reload', async () => {
    await anna.context.close()
    await wall.page.reload()
    await mapIsThere(wall.page)
    await wall.page.locator('.map-spot').waitFor({ state: 'attached', timeout: 60_000 })
    await expect.poll(phasesInView, { timeout: 60_000 }).toBeLessThan(8)
    await wall.page.getByText(t('agenda.welcome'), { exact: true }).waitFor()
  })
})
