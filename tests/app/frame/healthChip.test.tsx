import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { HealthChip } from '../../../src/app/frame/HealthChip.tsx'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

describe('where the work is, on the wall', () => {
  it('is said while somebody writes there, and opens the whole story', async () => {
    const { store } = await renderFrame(<HealthChip />)
    fireEvent.click(await screen.findByRole('button', { name: /On this device/ }))
    expect(store.get().sheet).toBe('health')
  })

  it('is not said while the wall only shows and nothing is wrong', async () => {
    await renderFrame(<HealthChip onlyTrouble />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('is said on a wall that only shows when the relay cannot be reached: the map may be old', async () => {
    const { session } = await renderFrame(<HealthChip onlyTrouble />)
    // Nobody listens there.
    await act(() => session.share('http://127.0.0.1:9'))
    expect(await screen.findByRole('button', { name: /waiting|offline/ })).toBeTruthy()
  })
})
