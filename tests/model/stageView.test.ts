import { describe, expect, it } from 'vitest'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { showOnStage } from '../../src/model/commands/showOnStage.ts'
import { spotlightOf, timeLeft } from '../../src/model/select/stageView.ts'
import { column, must, newWorkshop } from './support/testWorkshop.ts'

describe('what the moderator shows', () => {
  it('[STAGE1] is the thing they chose, also after a merge, and the whole map when it is gone', () => {
    const { workshop, actor } = newWorkshop()
    const [keepId, id] = [column(workshop, actor, '1'), column(workshop, actor, '2')]
    expect(spotlightOf(workshop.snapshot())).toBeNull()
    must(showOnStage(workshop, actor, { thing: { kind: 'activity', id } }))
    expect(spotlightOf(workshop.snapshot())).toEqual({ kind: 'activity', id })
    must(mergeActivities(workshop, actor, { keepId, mergeIds: [id] }))
    expect(spotlightOf(workshop.snapshot())).toEqual({ kind: 'activity', id: keepId })
    must(deleteRecords(workshop, actor, { table: 'activities', ids: [keepId] }))
    expect(spotlightOf(workshop.snapshot())).toBeNull()
  })

  it('[STAGE1] is chosen by a moderator only, and only from what is there', () => {
    const { workshop, actor } = newWorkshop()
    const thing = { kind: 'activity', id: column(workshop, actor, '1') } as const
    const participant = { ...actor, mayWrite: ['map', 'review'] as const }
    expect(showOnStage(workshop, participant, { thing })).toMatchObject({ error: { code: 'notAllowed' } })
    expect(showOnStage(workshop, actor, { thing: { kind: 'card', id: 'nowhere' } })).toMatchObject({
      error: { code: 'notFound' },
    })
    expect(spotlightOf(workshop.snapshot())).toBeNull()
  })

  it('[STAGE2] the time left stands still in a pause and goes below zero when it is over', () => {
    const timer = { startedAt: 1000, durationMs: 60_000, pausedAfterMs: null }
    expect(timeLeft(timer, 31_000)).toBe(30_000)
    expect(timeLeft(timer, 91_000)).toBe(-30_000)
    expect(timeLeft(timer, 0)).toBe(60_000)
    expect(timeLeft({ ...timer, pausedAfterMs: 10_000 }, 91_000)).toBe(50_000)
  })
})
