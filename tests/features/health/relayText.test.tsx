import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { closeReasonText } from '../../../src/app/closeReasonText.ts'
import { RelayText } from '../../../src/features/health/RelayText.tsx'
import type { DeliveryStatus } from '../../../src/sync/deliveryStatus.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 21, 12)

interface Known {
  readonly delivery: DeliveryStatus
  readonly lastDeliveredAt: number | null
  readonly isOnlyHere?: boolean
  readonly relayHost?: string
  readonly laterReason?: string
  readonly hasNetwork?: boolean
}

function show(
  {
    delivery,
    lastDeliveredAt,
    isOnlyHere = false,
    relayHost = 'relay.example',
    laterReason = '',
    hasNetwork = true,
  }: Known,
  locale: 'de' | 'en' = 'en',
) {
  renderScreen(
    <RelayText
      connection={{ state: 'offline', because: 'unreachable' }}
      hasNetwork={hasNetwork}
      delivery={delivery}
      relayHost={relayHost}
      refusalReason=""
      laterReason={laterReason}
      isOnlyHere={isOnlyHere}
      lastDeliveredAt={lastDeliveredAt}
      now={NOW}
    />,
    locale,
  )
  return document.body.textContent
}

describe('what the health page says about the relay while it is away', () => {
  it.each([
    ['en', 'The relay at relay.example last had everything of this device 2 hours ago.'],
    ['de', 'Zuletzt hatte das Relay unter relay.example alles von diesem Gerät: vor 2 Stunden.'],
  ] as const)('names the moment when it last had everything (%s)', (locale, sentence) => {
    show({ delivery: { state: 'unchecked', pending: 0, things: 0 }, lastDeliveredAt: NOW - 2 * HOUR }, locale)
    expect(screen.getByText(sentence)).toBeTruthy()
  })

  it('says that there never was such a moment', () => {
    expect(show({ delivery: { state: 'pending', pending: 3, things: 3 }, lastDeliveredAt: null })).toContain(
      'has never confirmed',
    )
  })

  it.each([
    ['192.168.1.20:4321', true],
    ['[fe80::1]:4321', true],
    ['127.0.0.1:4321', false],
    ['localhost:4321', false],
    ['relay.example', false],
  ])('of %s, says what to do when the laptop has moved to another address: %s', (relayHost, isSaid) => {
    const said = show({
      delivery: { state: 'unchecked', pending: 0, things: 0 },
      lastDeliveredAt: null,
      relayHost,
    })
    expect(said?.includes(`stays here under ${relayHost}`)).toBe(isSaid)
  })

  it.each([
    ['en', 'asks to come back later: its storage failed. It is tried again by itself.'],
    [
      'de',
      'bittet, später wiederzukommen: Sein Speicher ist ausgefallen. Es wird von selbst weiter versucht.',
    ],
  ] as const)('does not call a relay unreachable that has said why (%s)', (locale, sentence) => {
    const laterReason = closeReasonText(translator(locale), 'storageFailed')
    const delivery = { state: 'pending', pending: 3, things: 3 } as const
    const said = show({ delivery, lastDeliveredAt: NOW, relayHost: '10.0.0.5:4321', laterReason }, locale)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/cannot be reached|nicht zu erreichen|another address|andere Adresse/)
    expect(said).toMatch(/3 changes of this device|3 Änderungen dieses Geräts/)
  })

  it.each([
    ['en', 'This device has no network right now.', /cannot be reached|another address/],
    ['de', 'Dieses Gerät hat gerade kein Netz.', /nicht zu erreichen|andere Adresse/],
  ] as const)(
    'says that the device has no network instead of doubting the laptop (%s)',
    (locale, words, not) => {
      const delivery = { state: 'pending', pending: 3, things: 3 } as const
      const said = show(
        { delivery, lastDeliveredAt: NOW, relayHost: '10.0.0.5:4321', hasNetwork: false },
        locale,
      )
      expect(said).toContain(words)
      expect(said).not.toMatch(not)
      expect(said).toMatch(/3 changes of this device|3 Änderungen dieses Geräts/)
    },
  )

  it('still knows after a reload that something is not there yet', () => {
    const delivery = { state: 'unchecked', pending: 0, things: 0 } as const
    const sentence = 'The latest changes are not on the relay at relay.example yet'
    expect(show({ delivery, lastDeliveredAt: NOW, isOnlyHere: false })).not.toContain(sentence)
    expect(show({ delivery, lastDeliveredAt: NOW, isOnlyHere: true })).toContain(sentence)
  })

  it.each([
    ['en', /is not known right now/, /are not on the relay at relay.example yet/],
    ['de', /ist gerade nicht bekannt/, /sind noch nicht auf dem Relay unter relay.example/],
  ] as const)('never says that it is not known where it is known (%s)', (locale, notKnown, notThere) => {
    const written = { delivery: { state: 'unchecked', pending: 1, things: 1 }, lastDeliveredAt: NOW } as const
    expect(show(written, locale)).not.toMatch(notKnown)
    expect(document.body.textContent).toMatch(notThere)
  })

  it('says that it is not known where nothing was written since it was known', () => {
    const said = show({ delivery: { state: 'unchecked', pending: 0, things: 0 }, lastDeliveredAt: NOW })
    expect(said).toContain('is not known right now')
  })
})
