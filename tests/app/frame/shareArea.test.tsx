import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ShareArea } from '../../../src/app/frame/ShareArea.tsx'
import { ok } from '../../../src/shared/result.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

vi.mock(import('../../../src/app/room/changeLinks.ts'), async (original) => ({
  ...(await original()),
  changeLinks: () => Promise.resolve(ok(undefined)),
}))

beforeEach(freshBrowser)

describe('the share dialog', () => {
  it.each([
    ['en', 'New links …', 'Make new links', /The new links are here.*Give everybody the new link/],
    ['de', 'Neue Links …', 'Neue Links machen', /Die neuen Links sind da.*Geben Sie allen den neuen Link/],
  ] as const)('says when it comes back that new links were made (%s)', async (locale, ask, make, said) => {
    const user = userEvent.setup()
    const { session } = await renderFrame(<ShareArea onClose={() => undefined} />, locale)
    // Nobody listens there.
    await act(() => session.share('http://127.0.0.1:9'))
    const notice = () => within(screen.getByRole('dialog')).queryAllByRole('status')
    expect(notice().some(({ textContent }) => said.test(textContent))).toBe(false)
    await user.click(await screen.findByRole('button', { name: ask }))
    await user.click(screen.getByRole('button', { name: make }))
    await screen.findByRole('button', { name: ask })
    expect(notice().some(({ textContent }) => said.test(textContent))).toBe(true)
  })
})
