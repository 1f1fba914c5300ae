import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HealthPanel } from '../../../src/features/health/Panel.tsx'
import { CLOSE_CODES, type CloseReason } from '../../../src/protocol/closeCodes.ts'
import type { Locale } from '../../../src/i18n/translate.ts'
import type { SaveStatus } from '../../../src/storage/saveStatus.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function show(save: SaveStatus, locale: Locale = 'en', refused: CloseReason | null = null) {
  const done = { onRetry: vi.fn(), onReadAgain: vi.fn() }
  renderScreen(
    <HealthPanel
      save={save}
      saveReason=""
      connection={
        refused === null
          ? { state: 'online' }
          : { state: 'refused', code: CLOSE_CODES[refused], reason: refused }
      }
      refusalReason={refused === null ? '' : 'REASON'}
      hasNetwork
      laterReason=""
      delivery={refused === null ? { state: 'noRelay' } : { state: 'pending', pending: 2, things: 2 }}
      pictures={{ toSend: 0, notHere: 0, failed: 0 }}
      relayHost={refused === null ? null : 'relay.example'}
      recovered={save.state === 'loadFailed'}
      hasGaps={false}
      isOnlyHere={false}
      lastDeliveredAt={null}
      storage={null}
      lastExportAt={null}
      now={0}
      onReconnect={vi.fn()}
      onSaveCopy={vi.fn()}
      onClose={vi.fn()}
      onHandBack={vi.fn()}
      onExportAll={vi.fn()}
      checks={null}
      {...done}
    />,
    locale,
  )
  return done
}

const failure = storageFailure('timeout', '')

describe('the health panel', () => {
  it.each<[Locale, string, string]>([
    ['en', 'Read again', 'Try to save now'],
    ['de', 'Noch einmal lesen', 'Jetzt zu speichern versuchen'],
  ])(
    'reads again what could not be read, instead of offering to save it (%s)',
    async (locale, read, save) => {
      const done = show({ state: 'loadFailed', failure }, locale)
      expect(screen.queryByRole('button', { name: save })).toBeNull()
      await userEvent.setup().click(screen.getByRole('button', { name: read }))
      expect(done.onReadAgain).toHaveBeenCalledOnce()
      expect(done.onRetry).not.toHaveBeenCalled()
    },
  )

  it('tries to save again what was not saved', async () => {
    const done = show({ state: 'notSaved', failure, since: 0 })
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try to save now' }))
    expect(done.onRetry).toHaveBeenCalledOnce()
    expect(done.onReadAgain).not.toHaveBeenCalled()
  })

  it('does not promise that work goes to a relay that refuses it, nor offers to ask a closed room again', () => {
    show({ state: 'saved', at: 0 }, 'en', 'roomClosed')
    expect(document.body.textContent).toContain('REASON')
    expect(document.body.textContent).not.toMatch(/by (itself|themselves)/)
    expect(screen.queryByRole('button', { name: 'Connect now' })).toBeNull()
  })

  it('offers to ask again where that may help', () => {
    show({ state: 'saved', at: 0 }, 'en', 'forbidden')
    expect(screen.getByRole('button', { name: 'Connect now' })).toBeTruthy()
  })
})
