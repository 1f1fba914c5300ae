import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/model/actor.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { mergeCards } from '../../src/model/commands/mergeCards.ts'
import { resolveComment } from '../../src/model/commands/resolveComment.ts'
import type { CommentId } from '../../src/model/records/comment.ts'
import { commentThreads, openCommentsOn, threadsAbout } from '../../src/model/select/commentThreads.ts'
import { column, createTestClock, laneOf, must, newWorkshop } from './support/testWorkshop.ts'

const reviewer: Actor = { personId: 'reviewer0000000000000a' as never, mayWrite: ['review'] }

function reviewed() {
  const clock = createTestClock()
  const { workshop, actor } = newWorkshop(1, 'full', clock)
  const activityId = column(workshop, actor, 'Ich vergleiche')
  const add = (text: string) =>
    must(addCard(workshop, actor, { laneId: laneOf(workshop, 'ideas').id, activityId, text }))
  const cardId = add('Zu teuer')
  const subject = { kind: 'card', id: cardId } as const
  const say = (by: Actor, text: string, replyTo?: CommentId, about: typeof subject = subject) => {
    clock.pass(1000)
    const args = { subject: about, text, authorName: by.personId === actor.personId ? '' : 'Renate' }
    return must(addComment(workshop, by, replyTo === undefined ? args : { ...args, replyTo }))
  }
  const texts = () =>
    commentThreads(workshop.snapshot()).map(({ root, isRootGone, answers }) => [
      isRootGone ? 'gone' : root.text,
      ...answers.map(({ text }) => text),
    ])
  return { workshop, actor, subject, add, say, texts }
}

describe('conversations about the map', () => {
  it('[COMMENT2] an answer stands under what it answers, the oldest first, and belongs to the same thing', () => {
    const { workshop, actor, subject, say, texts } = reviewed()
    const first = say(reviewer, 'Wirklich?')
    say(reviewer, 'Noch etwas')
    const answer = say(actor, 'Ja, dreimal gehört', first)
    say(reviewer, 'Danke', answer)
    expect(texts()).toEqual([['Wirklich?', 'Ja, dreimal gehört', 'Danke'], ['Noch etwas']])
    expect(workshop.snapshot().comments.get(answer)).toMatchObject({
      subjectKind: 'card',
      subjectId: subject.id,
    })
  })

  it('[COMMENT2] counts what is open, and no more when somebody resolved it', () => {
    const { workshop, actor, subject, say } = reviewed()
    const first = say(reviewer, 'Eins')
    say(actor, 'Antwort', first)
    say(reviewer, 'Zwei')
    expect(openCommentsOn(workshop.snapshot(), subject)).toBe(2)
    must(resolveComment(workshop, actor, { commentId: first, resolved: true }))
    expect(openCommentsOn(workshop.snapshot(), subject)).toBe(1)
    must(resolveComment(workshop, reviewer, { commentId: first, resolved: false }))
    expect(openCommentsOn(workshop.snapshot(), subject)).toBe(2)
  })

  it('[COMMENT3] deleting one’s remark takes nobody’s answer away, and the rest can still be resolved', () => {
    const { workshop, actor, say, texts } = reviewed()
    const first = say(reviewer, 'Vertippt')
    say(actor, 'Meinst du den Preis?', first)
    must(deleteRecords(workshop, reviewer, { table: 'comments', ids: [first] }))
    expect(texts()).toEqual([['gone', 'Meinst du den Preis?']])
    say(reviewer, 'Ja', first)
    expect(texts()).toEqual([['gone', 'Meinst du den Preis?', 'Ja']])
    must(resolveComment(workshop, actor, { commentId: first, resolved: true }))
    expect(commentThreads(workshop.snapshot())[0]?.root.resolved).not.toBeNull()
  })

  it('[COMMENT3] comments stay with what was merged, and can be answered when their card is in the bin', () => {
    const { workshop, actor, subject, add, say } = reviewed()
    const first = say(reviewer, 'Gehört zusammen')
    const keepId = add('Preis zu hoch')
    must(mergeCards(workshop, actor, { keepId, mergeIds: [subject.id] }))
    expect(threadsAbout(workshop.snapshot(), { kind: 'card', id: keepId })).toHaveLength(1)
    must(deleteRecords(workshop, actor, { table: 'cards', ids: [keepId] }))
    say(actor, 'Gelöscht, weil doppelt', first)
    expect(commentThreads(workshop.snapshot())[0]?.answers).toHaveLength(1)
    expect(
      addComment(workshop, reviewer, { subject: { kind: 'card', id: keepId }, text: '?' }),
    ).toMatchObject({
      error: { code: 'notFound' },
    })
  })

  it('shows answers that answer each other in a ring, once each', () => {
    const { workshop, say, texts } = reviewed()
    const a = say(reviewer, 'A')
    const b = say(reviewer, 'B', a)
    const tail = say(reviewer, 'C', b)
    workshop.docs.review
      .getMap<{ set: (field: string, value: unknown) => void }>('comments')
      .get(a)
      ?.set('replyTo', b)
    expect(texts().flat().sort()).toEqual(['A', 'B', 'C'])
    expect(texts()).toHaveLength(1)
    expect(tail).not.toBe(a)
  })
})
