import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HomePage } from '../../../src/app/home/HomePage.tsx'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { renderWithServices } from '../support/renderFrame.tsx'
import { deviceOf, freshBrowser, openTab } from '../support/testServices.ts'

beforeEach(freshBrowser)

const PATIENT = { timeout: 15_000 }

const said = () => useToasts.getState().messages.map(({ text, tone }) => ({ text, tone }))

describe('the home screen on a browser that breaks off in a way nobody foresaw', () => {
  it('says that a new workshop could not be created, changes nothing, and lets one try again', async () => {
    const services = await openTab()
    const { catalogue } = deviceOf(services)
    const find = vi.spyOn(catalogue, 'find').mockRejectedValue(new Error('the database went away'))
    renderWithServices(services, <HomePage />)
    fireEvent.click(await screen.findByRole('button', { name: /^New workshop/ }, PATIENT))
    fireEvent.click(await screen.findByRole('button', { name: 'Create' }, PATIENT))
    await vi.waitFor(() =>
      expect(said()).toEqual([
        {
          text: expect.stringContaining('could not be created. Nothing was changed.') as string,
          tone: 'error',
        },
      ]),
    )
    expect(screen.getByRole('dialog')).toBeTruthy()
    find.mockRestore()
    fireEvent.click(screen.getByRole('button', { name: 'Create' }))
    await vi.waitFor(() => expect(window.location.pathname).toMatch(/^\/w\//), PATIENT)
  })
})
