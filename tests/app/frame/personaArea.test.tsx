import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { InspectorArea } from '../../../src/app/frame/InspectorArea.tsx'
import { orderedPersonas } from '../../../src/model/select/orderedPersonas.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

async function tapPersona() {
  const { session, store } = await renderFrame(<InspectorArea />)
  const personas = () => orderedPersonas(session.document.snapshot())
  const [persona] = personas()
  if (persona === undefined) throw new Error('the template has a persona')
  act(() => store.set({ selection: [{ kind: 'persona', id: persona.id }] }))
  return { store, personas, name: await screen.findByLabelText('Name') }
}

describe('the persona that was tapped on the map', () => {
  it('can be filled in beside it, like everything else on the map', async () => {
    const { store, personas, name } = await tapPersona()
    await userEvent.clear(name)
    await userEvent.type(name, 'Katrin')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(personas()[0]?.name).toBe('Katrin')
    expect(store.get().selection).toEqual([])
  })

  it('takes its panel along when it is deleted', async () => {
    const { personas } = await tapPersona()
    await userEvent.click(screen.getByRole('button', { name: 'Delete persona' }))
    expect(personas()).toEqual([])
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Persona' })).toBeNull())
  })
})
