import { describe, expect, it } from 'vitest'
import { snapshotShowing } from '../../../src/app/poster/snapshotShowing.ts'
import { addJourney } from '../../../src/model/commands/addJourney.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { must, newWorkshop } from '../../model/support/testWorkshop.ts'

describe('the poster of the journey on the screen', () => {
  it('is of the journey that was chosen here, and changes nothing for the others', () => {
    const { workshop, actor } = newWorkshop()
    const snapshot = workshop.snapshot()
    const main = mainJourney(snapshot)?.id ?? null
    const other = must(addJourney(workshop, actor, { fields: { title: 'Soll', kind: 'target' } }))
    expect(mainJourney(snapshotShowing(workshop.snapshot(), other))?.id).toBe(other)
    expect(mainJourney(workshop.snapshot())?.id).toBe(main)
    expect(snapshotShowing(snapshot, null)).toBe(snapshot)
  })
})
