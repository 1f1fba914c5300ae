import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { JoinWorkshop } from '../../../src/app/join/JoinWorkshop.tsx'
import { translator } from '../../../src/i18n/translate.ts'
import { createModeratorCapability, type Secret } from '../../../src/protocol/capability.ts'
import type { WorkshopEntryPatch } from '../../../src/storage/workshopEntry.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

beforeEach(freshBrowser)

const ORIGIN = 'http://127.0.0.1:9'

async function closedRoom(locale: 'en' | 'de', name: string, patch: WorkshopEntryPatch = {}) {
  const services = await openTab(`${name} ${locale}`)
  const made = { title: 'Night train', template: 'firstWorkshop', locale, t: translator(locale) } as const
  const { workshopId, entry } = mustOk(await makeWorkshop(services, made))
  const { catalogue } = deviceOf(services)
  mustOk(await catalogue.update(workshopId, { relayOrigin: ORIGIN, roomClosedAt: 5, ...patch }))
  const secret = entry.get().secret as Secret
  const link = { origin: ORIGIN, capability: { role: 'moderator', secret }, title: null } as const
  return { services, workshopId, link }
}

describe('a link to a room that this device knows to be closed', () => {
  it.each(['en', 'de'] as const)(
    'is said to be the old one instead of a welcome, with a field for the new one and the way to what is here (%s)',
    async (locale) => {
      const user = userEvent.setup()
      const t = translator(locale)
      const { services, workshopId, link } = await closedRoom(locale, 'old link')
      renderWithServices(
        services,
        <JoinWorkshop link={link} origin={ORIGIN} onLink={() => undefined} />,
        locale,
      )
      expect((await screen.findByRole('alert')).textContent).toContain(t('join.oldLinkTitle'))
      expect(document.body.textContent).not.toMatch(/Welcome|Willkommen/)
      expect(screen.getByLabelText(t('join.link'))).toBeTruthy()
      await user.click(screen.getByRole('button', { name: t('join.openHere') }))
      expect(window.location.pathname).toBe(`/w/${workshopId}`)
    },
  )

  it.each(['en', 'de'] as const)(
    'lets a moderator in whose new links were cut short: this device finishes them itself (%s)',
    async (locale) => {
      const t = translator(locale)
      const { secret: nextSecret } = createModeratorCapability()
      const { services, link } = await closedRoom(locale, 'half-finished links', { nextSecret })
      renderWithServices(
        services,
        <JoinWorkshop link={link} origin={ORIGIN} onLink={() => undefined} />,
        locale,
      )
      expect(await screen.findByText(t('join.knownHere'))).toBeTruthy()
      expect(document.body.textContent).not.toContain(t('join.oldLinkTitle'))
    },
  )
})
