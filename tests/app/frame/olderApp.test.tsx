import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { TopBar } from '../../../src/app/frame/TopBar.tsx'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

describe('a workshop in which somebody works with a newer Etappe', () => {
  it('says so where one would write, what happened to one’s own work, and what to do', async () => {
    const { session } = await renderFrame(<TopBar view="outline" />, 'de')
    expect(screen.queryByRole('button', { name: 'Etappe aktualisieren' })).toBeNull()
    act(() => void session.document.docs.map.getMap('meta').set('minWriter', 99))
    expect(screen.queryByRole('button', { name: /Rückgängig/ })).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Etappe aktualisieren' }))
    const dialog = await screen.findByRole('dialog', {
      name: 'Hier arbeitet jemand mit einem neueren Etappe',
    })
    expect(dialog.textContent).toContain('Was hier geschrieben wurde, ist weiter da')
    expect(dialog.textContent).toContain('Verbinden Sie')
    screen.getByRole('button', { name: 'Kopie als Datei sichern' })
    screen.getByRole('button', { name: 'Neu laden' })
  })
})
