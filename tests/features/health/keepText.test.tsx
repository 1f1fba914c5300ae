import { describe, expect, it } from 'vitest'
import { KeepText } from '../../../src/features/health/KeepText.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import { ok } from '../../../src/shared/result.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function textFor(
  persisted: boolean | null,
  installed: boolean,
  secure = true,
  locale: Locale = 'en',
): string {
  const storage = { probe: ok(undefined), usedBytes: null, quotaBytes: null, secure }
  const { container } = renderScreen(
    <KeepText
      storage={{ ...storage, persisted, installed }}
      lastExportAt={null}
      isOnlyHere={false}
      now={0}
    />,
    locale,
  )
  return container.textContent
}

describe('whether this browser keeps what is here', () => {
  it.each([true, false])('is a promise when the browser made one (installed: %s)', (installed) => {
    expect(textFor(true, installed)).toContain('this browser has promised not to clear it')
  })

  it.each([false, null])('is no promise only because the app is installed (persisted: %s)', (persisted) => {
    const text = textFor(persisted, true)
    expect(text).not.toContain('has promised not to clear it')
    expect(text).toContain('The browser has promised nothing')
  })

  it('is doubtful without either', () => {
    expect(textFor(false, false)).toContain('Install Etappe, or keep a file')
  })

  it.each([
    ['en', /Keep a file/, /Install/],
    ['de', /Behalten Sie eine Datei/, /Installieren/],
  ] as const)(
    'does not advise to install over plain http, where no browser can (%s)',
    (locale, advice, not) => {
      const text = textFor(null, false, false, locale)
      expect(text).toMatch(advice)
      expect(text).not.toMatch(not)
    },
  )
})
