import { describe, expect, it } from 'vitest'
import { KeepText } from '../../../src/features/health/KeepText.tsx'
import { ok } from '../../../src/shared/result.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function textFor(persisted: boolean | null, installed: boolean): string {
  const storage = { probe: ok(undefined), usedBytes: null, quotaBytes: null, secure: true }
  const { container } = renderScreen(
    <KeepText
      storage={{ ...storage, persisted, installed }}
      lastExportAt={null}
      isOnlyHere={false}
      now={0}
    />,
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
})
