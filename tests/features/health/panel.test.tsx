import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HealthPanel } from '../../../src/features/health/Panel.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import type { SaveStatus } from '../../../src/storage/saveStatus.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function show(save: SaveStatus, locale: Locale = 'en') {
  const done = { onRetry: vi.fn(), onReadAgain: vi.fn() }
  renderScreen(
    <HealthPanel
      save={save}
      saveReason=""
      connection={{ state: 'online' }}
      refusalReason=""
      laterReason=""
      delivery={{ state: 'noRelay' }}
      pictures={{ toSend: 0, notHere: 0, failed: 0 }}
      relayHost={null}
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
})
