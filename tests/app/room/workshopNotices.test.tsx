import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { useFrame } from '../../../src/app/frame/FrameContext.ts'
import { WorkshopNotices } from '../../../src/app/room/WorkshopNotices.tsx'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

const SOON = { timeout: 20_000 }

function Screen() {
  const { session } = useFrame()
  return (
    <>
      <textarea aria-label="card" />
      <textarea aria-label="next card" />
      <input aria-label="link" readOnly />
      <WorkshopNotices session={session} />
    </>
  )
}

function closeRoom(session: WorkshopSession) {
  return act(() => session.noteClosed(session.entry.get().roomId, 5))
}

describe('a room that is closed while somebody writes', () => {
  it.each(['en', 'de'] as const)(
    'leaves the word alone, is said politely, and waits (%s)',
    async (locale) => {
      const user = userEvent.setup()
      const t = translator(locale)
      const { session } = await renderFrame(<Screen />, locale)
      const card = screen.getByLabelText('card')
      await user.type(card, 'und weit')
      await closeRoom(session)
      expect(screen.queryByRole('dialog')).toBeNull()
      await user.keyboard('er')
      expect(card).toHaveProperty('value', 'und weiter')
      expect(document.activeElement).toBe(card)
      const said = useToasts.getState().messages
      expect(said).toMatchObject([{ tone: 'info', text: t('room.writeOn', { what: t('room.closedTitle') }) }])
      await user.tab()
      expect(document.activeElement, 'from field to field is still writing').not.toBe(document.body)
      expect(screen.queryByRole('dialog')).toBeNull()
      act(() => (document.activeElement as HTMLElement).blur())
      expect(await screen.findByRole('dialog', { name: t('room.closedTitle') }, SOON)).toBeTruthy()
    },
  )

  it('waits for no field that only shows something', async () => {
    const { session } = await renderFrame(<Screen />)
    screen.getByLabelText('link').focus()
    await closeRoom(session)
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(useToasts.getState().messages).toEqual([])
  })
})
