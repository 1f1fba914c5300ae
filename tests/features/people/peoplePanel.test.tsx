import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { PeoplePanel } from '../../../src/features/people/Panel.tsx'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import { rate } from '../../../src/model/commands/rate.ts'
import { ratingStats } from '../../../src/model/select/ratingStats.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { column, must, newWorkshop, nobody } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function openPeople() {
  const { workshop, actor, personId } = newWorkshop()
  const twin = must(joinPerson(workshop, nobody, { name: 'Anna S.' }))
  must(joinPerson(workshop, nobody, { name: 'A customer', kind: 'respondent' }))
  const switched: string[] = []
  const rendered = renderInWorkshop(
    workshop,
    actor,
    <PeoplePanel present={new Set([twin])} onSwitch={(id) => switched.push(id)} onClose={() => undefined} />,
  )
  return { workshop, personId, twin, switched, ...rendered }
}

describe('the people of a workshop', () => {
  it('are listed with who writes here and who is here, without customers', () => {
    openPeople()
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('writes here now')
    expect(rows[1]).toContain('is here now')
    expect(screen.getByText('Besides, one customer’s rating was collected.')).toBeTruthy()
  })

  it('can hand the tablet on with one tap', async () => {
    const user = userEvent.setup()
    const { twin, switched } = openPeople()
    await user.click(screen.getByRole('button', { name: /Anna S\..*That is me/ }))
    expect(switched).toEqual([twin])
  })

  it('let somebody new in under a name, never without one', async () => {
    const user = userEvent.setup()
    const { workshop, switched } = openPeople()
    const field = screen.getByLabelText('Somebody new')
    await user.type(field, '   {Enter}')
    expect(screen.getByText('Please type a name.')).toBeTruthy()
    expect(switched).toEqual([])
    await user.clear(field)
    await user.type(field, '  Małgorzata {Enter}')
    const [id] = switched
    expect(workshop.snapshot().persons.get(id as never)?.name).toBe('Małgorzata')
  })

  it('get no name twice: whoever types it again is that person, or adds a word', async () => {
    const user = userEvent.setup()
    const { workshop, twin, switched } = openPeople()
    const count = workshop.snapshot().persons.size
    await user.type(screen.getByLabelText('Somebody new'), 'anna  s.{Enter}')
    expect(workshop.snapshot().persons.size).toBe(count)
    await user.click(screen.getByRole('button', { name: 'I am “Anna S.”' }))
    expect(switched).toEqual([twin])
  })

  it('cannot be renamed to a name that somebody bears; what was typed stays in the field', async () => {
    const user = userEvent.setup()
    const { workshop, personId } = openPeople()
    const before = workshop.snapshot().persons.get(personId)?.name
    await user.click(screen.getByRole('button', { name: `Change name and colour: ${before ?? ''}` }))
    const field = screen.getByLabelText<HTMLInputElement>('Name')
    await user.clear(field)
    await user.type(field, 'Anna S.{Enter}')
    expect(screen.getByText(/“Anna S\.” is in the list already/)).toBeTruthy()
    expect(field.value).toBe('Anna S.')
    expect(workshop.snapshot().persons.get(personId)?.name).toBe(before)
    await user.type(field, ' (IT){Enter}')
    expect(workshop.snapshot().persons.get(personId)?.name).toBe('Anna S. (IT)')
  })

  it('who are in the list twice become one, whose ratings count once, and it can be taken back', async () => {
    const user = userEvent.setup()
    const { workshop, personId, twin } = openPeople()
    const subject = { kind: 'activity', id: column(workshop, nobody, 'I wait') } as const
    must(rate(workshop, { personId }, { subject, view: 'inside', value: 8 }))
    must(rate(workshop, { personId: twin }, { subject, view: 'inside', value: 2 }))
    const opinions = () => ratingStats(workshop.snapshot(), subject, { view: 'inside' }).statistics?.n
    expect(opinions()).toBe(2)
    await user.click(screen.getByText('Merge two entries'))
    await user.selectOptions(screen.getByLabelText('This entry stays'), [personId])
    await user.selectOptions(screen.getByLabelText('This one goes into it'), [twin])
    await user.click(screen.getByRole('button', { name: 'Merge' }))
    expect(opinions()).toBe(1)
    useToasts.getState().messages[0]?.action?.onAction()
    expect(opinions()).toBe(2)
  })

  it('cannot be merged with themselves', async () => {
    const user = userEvent.setup()
    const { personId } = openPeople()
    await user.click(screen.getByText('Merge two entries'))
    await user.selectOptions(screen.getByLabelText('This entry stays'), [personId])
    const others = within(screen.getByLabelText('This one goes into it')).getAllByRole('option')
    expect(others.map((option) => option.textContent)).toEqual(['Choose …', 'Anna S.'])
  })
})
