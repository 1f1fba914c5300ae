import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { StartNotice } from '../../../src/features/health/StartNotice.tsx'
import { renderScreen } from '../support/renderScreen.tsx'

const NOTHING = { isPrivate: false, isClearedAfterDays: false, isTight: false }

describe('the start page', () => {
  it('says at once that nothing can be kept, why, and what to do, before anything else', () => {
    renderScreen(<StartNotice failure="The disk is full." hints={{ ...NOTHING, isPrivate: true }} />)
    expect(screen.getByRole('alert').textContent).toMatch(
      /Nothing can be kept.*The disk is full.*do not begin here/,
    )
    expect(screen.queryByText(/private window$/)).toBeNull()
  })

  it.each([
    ['isPrivate', 'Das sieht nach einem privaten Fenster aus'],
    ['isTight', 'Für diesen Browser ist kaum noch Platz'],
    ['isClearedAfterDays', 'Dieser Browser löscht, was hier ist, nach sieben Tagen ohne Besuch'],
  ] as const)('warns of %s', (hint, title) => {
    renderScreen(<StartNotice failure={null} hints={{ ...NOTHING, [hint]: true }} />, 'de')
    expect(screen.getByText(title)).toBeTruthy()
  })

  it('says nothing where all is well', () => {
    renderScreen(<StartNotice failure={null} hints={NOTHING} />)
    expect(screen.queryByRole('status')).toBeNull()
  })
})
