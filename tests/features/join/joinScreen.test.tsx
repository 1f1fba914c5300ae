import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { JoinScreen } from '../../../src/features/join/JoinScreen.tsx'
import type { KnownPerson } from '../../../src/features/join/freeColour.logic.ts'
import { freeColour } from '../../../src/features/join/freeColour.logic.ts'
import { LinkEntry } from '../../../src/features/join/LinkEntry.tsx'
import type { PersonId } from '../../../src/model/records/person.ts'
import { createModeratorCapability } from '../../../src/protocol/capability.ts'
import { buildJoinLink, parseJoinLink } from '../../../src/protocol/joinLink.ts'
import { SWATCHES } from '../../../src/ui/colours.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const ana: KnownPerson = { id: 'ana' as PersonId, name: 'Ana', colour: '#D9583B' }

function openJoin(ready = true, peopleHere: readonly string[] = []) {
  const came: unknown[] = []
  renderScreen(
    <JoinScreen
      title="Bahnreise"
      people={[ana]}
      peopleHere={peopleHere}
      ready={ready}
      busy={false}
      notice={null}
      onNew={(name, colour) => came.push({ name, colour })}
      onKnown={(id) => came.push(id)}
    />,
    'de',
  )
  return came
}

describe('the join screen', () => {
  it('needs a name, a colour that is chosen already, and one button', async () => {
    const user = userEvent.setup()
    const came = openJoin()
    expect(screen.getByRole('heading', { name: 'Willkommen bei „Bahnreise“' })).toBeTruthy()
    await user.type(screen.getByLabelText('Ihr Name'), ' Götz ')
    await user.click(screen.getByRole('button', { name: 'Zur Map' }))
    expect(came).toEqual([{ name: 'Götz', colour: expect.stringMatching(/^#/) as string }])
  })

  it('lets Enter do the same, and nobody in without a name', async () => {
    const user = userEvent.setup()
    const came = openJoin()
    await user.type(screen.getByLabelText('Ihr Name'), '  {Enter}')
    expect(screen.getByText(/Bitte tragen Sie Ihren Namen ein/)).toBeTruthy()
    expect(came).toEqual([])
  })

  it('offers those who are in the list already to say so', async () => {
    const user = userEvent.setup()
    const came = openJoin()
    await user.click(screen.getByRole('button', { name: /Ana/ }))
    expect(came).toEqual(['ana'])
  })

  it('lets whoever wrote on this device before go on with one tap', async () => {
    const user = userEvent.setup()
    const came = openJoin(true, ['gone', 'ana'])
    await user.click(screen.getByRole('button', { name: 'Weiter als Ana' }))
    expect(came).toEqual(['ana'])
  })

  it('takes no name twice: it offers to be that person, or to add a word that tells the two apart', async () => {
    const user = userEvent.setup()
    const came = openJoin()
    const field = screen.getByLabelText('Ihr Name')
    await user.type(field, ' ana{Enter}')
    expect(came).toEqual([])
    expect(screen.getByText('„Ana“ steht schon in der Liste')).toBeTruthy()
    await user.type(field, ' (Service)')
    expect(screen.queryByText('„Ana“ steht schon in der Liste')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Zur Map' }))
    expect(came).toEqual([{ name: 'ana (Service)', colour: expect.any(String) as string }])
  })

  it('lets somebody who typed their own name again be who they are', async () => {
    const user = userEvent.setup()
    const came = openJoin()
    await user.type(screen.getByLabelText('Ihr Name'), 'ANA{Enter}')
    await user.click(screen.getByRole('button', { name: 'Ich bin „Ana“' }))
    expect(came).toEqual(['ana'])
  })

  it('shows a figure and no letters before there is a name', async () => {
    const user = userEvent.setup()
    openJoin()
    const form = screen.getByLabelText('Ihr Name').closest('form')
    const initials = () => form?.querySelector('.et-avatar')?.textContent
    expect(initials()).toBe('')
    await user.type(screen.getByLabelText('Ihr Name'), 'Götz')
    expect(initials()).toContain('G')
  })

  it('lets the name be typed while the map is still on its way, but nobody in', async () => {
    const user = userEvent.setup()
    const came = openJoin(false)
    await user.type(screen.getByLabelText('Ihr Name'), 'Götz{Enter}')
    expect(screen.getByRole('button', { name: 'Zur Map' })).toHaveProperty('disabled', true)
    expect(came).toEqual([])
  })
})

describe('the colour somebody begins with', () => {
  it('is one that nobody has, as long as there are any, and then the one that is used least', () => {
    const people: { colour: string }[] = []
    for (let n = 0; n < SWATCHES.length; n += 1) people.push({ colour: freeColour(people) })
    expect(new Set(people.map(({ colour }) => colour)).size).toBe(SWATCHES.length)
    const [again] = people
    if (again === undefined) throw new Error('nobody')
    expect(freeColour([...people, ...people.slice(1)])).toBe(again.colour)
  })
})

describe('entering a link', () => {
  const link = buildJoinLink('https://relay.example', createModeratorCapability(), 'Bahnreise')

  it('says what is wrong with it, and takes it when it is right', async () => {
    const user = userEvent.setup()
    const used: string[] = []
    renderScreen(<LinkEntry check={parseJoinLink} onLink={(text) => used.push(text)} />)
    const field = screen.getByLabelText('Link to the workshop')
    await user.click(field)
    await user.paste(link.slice(0, -40))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(screen.getByText(/The link has been cut off/)).toBeTruthy()
    expect(used).toEqual([])
    await user.clear(field)
    await user.paste(link)
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(used).toEqual([link])
  })

  it('says why the camera cannot be used where the page came without HTTPS', async () => {
    const user = userEvent.setup()
    renderScreen(<LinkEntry check={parseJoinLink} onLink={() => undefined} />)
    await user.click(screen.getByRole('tab', { name: 'Scan the code' }))
    expect(screen.getByText(/without HTTPS/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Start the camera' })).toBeNull()
  })
})
