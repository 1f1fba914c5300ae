import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'wouter'
import { beforeEach, describe, expect, it } from 'vitest'
import { TopBar } from '../../../src/app/frame/TopBar.tsx'
import { useWorkshopTitle } from '../../../src/app/frame/useWorkshopTitle.ts'
import { ViewArea } from '../../../src/app/frame/ViewArea.tsx'
import { viewOf } from '../../../src/app/frame/views.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { must } from '../../model/support/testWorkshop.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

/** The bar and the view over the map, as the address says. */
function Frame() {
  const [path] = useLocation()
  const view = viewOf(path.split('/')[3])
  useWorkshopTitle(view)
  return (
    <>
      <TopBar view={view} />
      {view === 'map' ? null : <ViewArea view={view} />}
    </>
  )
}

describe('the page of a workshop', () => {
  it('is called after the workshop and the view, in the reader’s language, also when the name changes', async () => {
    const { session } = await renderFrame(<Frame />, 'de')
    expect(document.title).toBe('Night train – Map – Etappe')
    act(() => window.history.pushState(null, '', `/w/${session.workshopId}/outline`))
    await waitFor(() => expect(document.title).toBe('Night train – Gliederung – Etappe'))
    act(() => void must(editWorkshop(session.document, session.actor.get(), { title: 'Nachtzug' })))
    expect(document.title).toBe('Nachtzug – Gliederung – Etappe')
  })

  it('keeps its new name at Enter, and what is typed next does not go into it', async () => {
    const { session } = await renderFrame(<Frame />)
    const field = screen.getByLabelText('Name of the workshop')
    await userEvent.clear(field)
    await userEvent.type(field, 'Day train{Enter}')
    await userEvent.keyboard('ZZ')
    expect(document.activeElement).toBe(document.body)
    expect(session.document.snapshot().meta.title).toBe('Day train')
    expect(field).toHaveProperty('value', 'Day train')
  })

  it('takes the focus to the outline’s heading when somebody skips there', async () => {
    await renderFrame(<Frame />)
    const skip = screen.getByRole('link', { name: /^Skip to the outline/ })
    skip.focus()
    fireEvent.click(skip)
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Outline' })),
    )
  })

  it('takes the focus there a second time, when the outline is open already', async () => {
    await renderFrame(<Frame />)
    const skip = screen.getByRole('link', { name: /^Skip to the outline/ })
    fireEvent.click(skip)
    await screen.findByRole('heading', { level: 2, name: 'Outline' })
    skip.focus()
    fireEvent.click(skip)
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Outline' }))
  })
})
