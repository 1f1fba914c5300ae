import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OnlyHereNotice } from '../../../src/features/health/OnlyHereNotice.tsx'
import { renderScreen } from '../support/renderScreen.tsx'

describe('work that is only on this device', () => {
  it('goes to the relay by itself where the room is open, and only with a new link where it is closed', () => {
    renderScreen(<OnlyHereNotice titles={['Train']} closed={['Ferry']} />)
    expect(screen.getByText('2 workshops are not on the relay in full yet')).toBeTruthy()
    expect(screen.getByText(/^Train: .* they go there by themselves/)).toBeTruthy()
    expect(screen.getByText(/^Ferry: .*Ask the moderator for a new link/).textContent).not.toContain(
      'by themselves',
    )
  })

  it('is not spoken of when there is none', () => {
    renderScreen(<OnlyHereNotice titles={[]} closed={[]} />)
    expect(screen.queryByRole('status')).toBeNull()
  })
})
