import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '../../src/model/actor.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { editAgendaStep } from '../../src/model/commands/editAgendaStep.ts'
import { editStage } from '../../src/model/commands/editStage.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import { resolveComment } from '../../src/model/commands/resolveComment.ts'
import { agendaOf, currentStep } from '../../src/model/select/agenda.ts'
import { column, must, newWorkshop } from './support/testWorkshop.ts'

describe('the stage and the review', () => {
  it('[AGENDA1] the agenda is the method until the moderator changes it', () => {
    const { workshop, actor } = newWorkshop()
    expect(
      agendaOf(workshop.snapshot())
        .map((step) => step.id)
        .slice(0, 4),
    ).toEqual(['welcome', 'persona', 'phases', 'activities'])
    expect(agendaOf(workshop.snapshot())).toHaveLength(13)
    expect(workshop.docs.stage.getMap('agendaSteps').size).toBe(0)
    must(editAgendaStep(workshop, actor, { stepId: 'storyboard', patch: { removed: true } }))
    must(
      editAgendaStep(workshop, actor, {
        stepId: 'lunch',
        patch: { title: 'Mittag', minutes: 45, order: 4.5 },
      }),
    )
    must(editStage(workshop, actor, { stepId: 'lunch' }))
    const steps = agendaOf(workshop.snapshot()).map((step) => step.id)
    expect(steps.indexOf('lunch')).toBe(steps.indexOf('sort') + 1)
    expect(steps).not.toContain('storyboard')
    expect(currentStep(workshop.snapshot())).toMatchObject({ title: 'Mittag', minutes: 45, method: null })
  })

  it('[COMMENT1] a reviewer comments and somebody resolves, without writing the map', () => {
    const { workshop, actor } = newWorkshop()
    const reviewer: Actor = { personId: null, mayWrite: ['review'] }
    const before = Y.encodeStateAsUpdate(workshop.docs.map)
    const subject = { kind: 'activity', id: column(workshop, actor, '1') } as const
    const id = must(addComment(workshop, reviewer, { subject, text: 'Stimmt das?', authorName: 'Renate' }))
    must(resolveComment(workshop, reviewer, { commentId: id, resolved: true, name: 'Renate' }))
    expect(workshop.snapshot().comments.get(id)).toMatchObject({
      text: 'Stimmt das?',
      resolved: { name: 'Renate' },
    })
    expect(joinPerson(workshop, reviewer, { name: 'R' })).toMatchObject({
      error: { code: 'notAllowed', what: 'map' },
    })
    expect(editStage(workshop, reviewer, { stepId: 'x' })).toMatchObject({
      error: { code: 'notAllowed', what: 'stage' },
    })
    expect(Y.encodeStateAsUpdate(workshop.docs.map)).not.toEqual(before)
  })
})
