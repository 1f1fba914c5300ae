import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { CommentSection } from '../../../src/features/comments/CommentSection.tsx'
import type { CommentTools } from '../../../src/features/comments/commentTools.ts'
import { CommentsPanel } from '../../../src/features/comments/Panel.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import type { Actor } from '../../../src/model/actor.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { addComment } from '../../../src/model/commands/addComment.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { Subject } from '../../../src/model/subject.ts'
import { column, createTestClock, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

const RENATE = 'renate0000000000000000' as never
const reviewer: Actor = { personId: RENATE, mayWrite: ['review'] }
const stranger: Actor = { personId: null, mayWrite: ['review'] }
const reader: Actor = { personId: null, mayWrite: [] }

function commented() {
  const clock = createTestClock()
  const { workshop, actor } = newWorkshop(1, 'full', clock)
  const activityId = column(workshop, actor, 'I compare')
  const laneId = laneOf(workshop, 'ideas').id
  const cardId = must(addCard(workshop, actor, { laneId, activityId, text: 'Too expensive' }))
  const subject: Subject = { kind: 'card', id: cardId }
  const ask = (text: string) =>
    must(addComment(workshop, reviewer, { subject, text, authorName: 'Renate', authorColour: '#8257b4' }))
  const comments = () => [...workshop.snapshot().comments.values()]
  return { clock, workshop, actor, cardId, subject, ask, comments }
}

type Commented = ReturnType<typeof commented>

function toolsFor(now: number, author: CommentTools['author'] = { kind: 'person' }) {
  const shown: Subject[] = []
  const introduced: string[] = []
  const tools: CommentTools = {
    author,
    now,
    onIntroduce: (name) => {
      introduced.push(name)
      return { personId: RENATE, name, colour: '#8257b4' }
    },
    onWho: () => undefined,
    onShow: (subject) => void shown.push(subject),
  }
  return { tools, shown, introduced }
}

function openSection(made: Commented, actor: Actor, author?: CommentTools['author'], locale: Locale = 'en') {
  const asked = toolsFor(made.clock.now(), author)
  const rendered = renderInWorkshop(
    made.workshop,
    actor,
    <CommentSection subject={made.subject} tools={asked.tools} />,
    locale,
  )
  return { ...asked, ...rendered }
}

function openPanel(made: Commented, actor: Actor) {
  const asked = toolsFor(made.clock.now())
  const journeyId = mainJourney(made.workshop.snapshot())?.id ?? null
  const panel = <CommentsPanel journeyId={journeyId} tools={asked.tools} onClose={() => undefined} />
  return { ...asked, ...renderInWorkshop(made.workshop, actor, panel) }
}

describe('comments beside a thing', () => {
  it('[COMMENT1] asks a reviewer for a name with the first comment and signs it', async () => {
    const made = commented()
    const { introduced } = openSection(made, stranger, { kind: 'unknown' })
    await userEvent.type(screen.getByLabelText('Your comment'), 'Who says so?')
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
    expect(screen.getByText('Please say who you are.')).toBeTruthy()
    expect(made.comments()).toEqual([])
    await userEvent.type(screen.getByLabelText('Your name'), 'Renate')
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
    expect(introduced).toEqual(['Renate'])
    expect(made.comments()).toMatchObject([
      { text: 'Who says so?', authorId: RENATE, authorName: 'Renate', authorColour: '#8257b4' },
    ])
    expect(screen.getByText('Renate', { selector: 'strong' })).toBeTruthy()
    expect(screen.getByLabelText('Your comment')).toHaveProperty('value', '')
  })

  it('lets a participant answer and resolve it, and anybody open it again', async () => {
    const made = commented()
    made.ask('Who says so?')
    openSection(made, made.actor)
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Your answer'))
    await userEvent.keyboard('Three customers')
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }))
    expect(within(screen.getByRole('list', { name: 'Answers' })).getByText('Three customers')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }))
    expect(screen.getByRole('heading', { name: 'Comments' })).toBe(document.activeElement)
    await userEvent.click(screen.getByText('1 resolved'))
    await userEvent.click(screen.getByRole('button', { name: 'Open again' }))
    expect(screen.getByRole('heading', { name: '1 open comment' })).toBeTruthy()
  })

  it('offers to delete one’s own only, with a way back', async () => {
    const made = commented()
    made.ask('Mine')
    must(addComment(made.workshop, made.actor, { subject: made.subject, text: 'Of another' }))
    const { deletions } = openSection(made, reviewer)
    const [own, ...others] = screen.getAllByRole('button', { name: 'Delete your comment' })
    expect(others).toEqual([])
    if (own !== undefined) await userEvent.click(own)
    expect(made.comments().map(({ text }) => text)).toEqual(['Of another'])
    expect(deletions).toHaveLength(1)
  })

  it('shows a reader what was said, and nothing to write with', () => {
    const made = commented()
    made.ask('Who says so?')
    openSection(made, reader)
    expect(screen.getByText('Who says so?')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says when in the reader’s language', () => {
    const made = commented()
    made.ask('Wer sagt das?')
    made.clock.pass(2 * 3_600_000)
    openSection(made, reader, { kind: 'unknown' }, 'de')
    expect(screen.getByText('vor 2 Stunden').getAttribute('datetime')).toBe('2026-09-21T14:13:20.000Z')
  })

  it('keeps half a comment when the inspector closes', async () => {
    const made = commented()
    const first = openSection(made, made.actor)
    await userEvent.type(screen.getByLabelText('Your comment'), 'I was just')
    first.unmount()
    openSection(made, made.actor)
    expect(screen.getByLabelText('Your comment')).toHaveProperty('value', 'I was just')
  })

  it('asks somebody in the room who they are before they comment', () => {
    const made = commented()
    openSection(made, { personId: null }, { kind: 'unknown' })
    expect(screen.getByRole('button', { name: 'Who are you?' })).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('all comments', () => {
  it('lists what is open and what is resolved, each with the way to its thing', async () => {
    const made = commented()
    made.ask('Who says so?')
    const { shown } = openPanel(made, made.actor)
    await userEvent.click(screen.getByRole('button', { name: 'Card: Too expensive' }))
    expect(shown).toEqual([made.subject])
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }))
    expect(screen.getByText('Nothing open')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: 'Resolved (1)' }))
    expect(screen.getByText(/Resolved by/)).toBeTruthy()
  })

  it('takes a comment on the whole map', async () => {
    const made = commented()
    openPanel(made, made.actor)
    await userEvent.type(screen.getByLabelText('Your comment on the whole map'), 'Good work')
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
    expect(made.comments()).toMatchObject([{ subjectKind: 'journey', text: 'Good work' }])
  })

  it('[COMMENT3] shows what was said about a card that lies in the bin', () => {
    const made = commented()
    made.ask('Who says so?')
    openPanel(made, made.actor)
    act(
      () =>
        void must(deleteRecords(made.workshop, made.actor, { table: 'cards', ids: [made.cardId as never] })),
    )
    expect(screen.getByText('in the bin')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Too expensive/ })).toBeNull()
  })
})
