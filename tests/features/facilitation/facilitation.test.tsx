import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FacilitationPanel } from '../../../src/features/facilitation/Panel.tsx'
import { StepText } from '../../../src/features/facilitation/StepText.tsx'
import { editStage } from '../../../src/model/commands/editStage.ts'
import type { Spotlight } from '../../../src/model/select/stageView.ts'
import { spotlightOf } from '../../../src/model/select/stageView.ts'
import { column, createTestClock, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function lead(selects = false) {
  const clock = createTestClock()
  const { workshop, actor } = newWorkshop(1, 'full', clock)
  const selected: Spotlight | null = selects
    ? { kind: 'activity', id: column(workshop, actor, 'I compare') }
    : null
  const panel = <FacilitationPanel clock={clock} selected={selected} onClose={() => undefined} />
  const rendered = renderInWorkshop(workshop, actor, panel)
  return { clock, workshop, actor, selected, stage: () => workshop.snapshot().stage, ...rendered }
}

describe('leading the workshop', () => {
  it('[AGENDA1] goes through the steps of the method, one at a time or to any', async () => {
    const { stage } = lead()
    await userEvent.click(screen.getByRole('button', { name: 'Begin with the first step' }))
    expect(stage().stepId).toBe('welcome')
    expect(screen.getByRole('button', { name: 'Previous step' })).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('button', { name: 'Next step' }))
    expect(stage().stepId).toBe('persona')
    await userEvent.selectOptions(screen.getByLabelText('Step 2 of 13'), '13. Performance curve')
    expect(stage().stepId).toBe('curve')
    expect(screen.getByRole('button', { name: 'Next step' })).toHaveProperty('disabled', true)
  })

  it('[STAGE2] starts the time box of the step, pauses it, and goes on where it stood', async () => {
    const { clock, stage } = lead()
    await userEvent.click(screen.getByRole('button', { name: 'Start 15 minutes' }))
    expect(screen.getByRole('timer').textContent).toContain('15:00')
    clock.pass(5 * 60_000)
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    clock.pass(60_000)
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
    expect(screen.getByRole('timer').textContent).toContain('10:00')
    await userEvent.click(screen.getByRole('button', { name: 'One minute more' }))
    expect(screen.getByRole('timer').textContent).toContain('11:00')
    await userEvent.click(screen.getByRole('button', { name: 'Stop the timer' }))
    expect(stage().timer).toBeNull()
  })

  it('[STAGE1] shows a phase, the selected thing, and the whole map again', async () => {
    const { workshop, selected } = lead(true)
    const field = screen.getByLabelText('On the wall')
    await userEvent.selectOptions(field, 'Phase: Kauf')
    expect(spotlightOf(workshop.snapshot())).toMatchObject({ kind: 'phase' })
    await userEvent.click(screen.getByRole('button', { name: 'Show what is selected' }))
    expect(spotlightOf(workshop.snapshot())).toEqual(selected)
    expect(field).toHaveProperty('selectedOptions.0.textContent', 'One thing: I compare')
    await userEvent.selectOptions(field, 'Whole map')
    expect(spotlightOf(workshop.snapshot())).toBeNull()
  })
})

describe('the step on the wall', () => {
  it('says nothing before the moderator began, then step, task and time, also when it is over', () => {
    const clock = createTestClock()
    const { workshop, actor } = newWorkshop(1, 'full', clock)
    const { container } = renderInWorkshop(workshop, actor, <StepText clock={clock} />, 'de')
    expect(container.textContent).toBe('')
    const timer = { startedAt: clock.now() - 61_000, durationMs: 60_000, pausedAfterMs: null }
    act(() => void must(editStage(workshop, actor, { stepId: 'phases', timer })))
    expect(screen.getByText('Schritt 3 von 13')).toBeTruthy()
    expect(screen.getByText('Phasen')).toBeTruthy()
    expect(screen.getByRole('timer').textContent).toContain('0:01 darüber')
  })

  it('falls back to the first step when the chosen one was removed', () => {
    const clock = createTestClock()
    const { workshop, actor } = newWorkshop(1, 'full', clock)
    renderInWorkshop(workshop, actor, <StepText clock={clock} />)
    act(() => void must(editStage(workshop, actor, { stepId: 'gone' })))
    expect(screen.getByText('Goal and rules')).toBeTruthy()
  })
})
