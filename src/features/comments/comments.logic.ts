/** How a comment is shown: whose it is, what it is about, and whether it is one's own. */
import type { Actor } from '../../model/actor.ts'
import type { Comment } from '../../model/records/comment.ts'
import type { PersonId } from '../../model/records/person.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { tableOfSubject } from '../../model/select/subjectAs.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Subject, SubjectKind } from '../../model/subject.ts'

export interface ShownAuthor {
  /** Empty: nobody knows. */
  readonly name: string
  readonly colour: string
}

const GREY = '#5F6B73'

function person(snapshot: WorkshopSnapshot, id: PersonId | null) {
  return id === null ? undefined : snapshot.persons.get(standsFor(snapshot, 'persons', id))
}

export function authorOf(snapshot: WorkshopSnapshot, comment: Comment): ShownAuthor {
  const known = person(snapshot, comment.authorId)
  const name = known?.name ?? comment.authorName
  const colour = known?.colour ?? comment.authorColour
  return { name, colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : GREY }
}

export function resolverOf(snapshot: WorkshopSnapshot, comment: Comment): string {
  if (comment.resolved === null) return ''
  return person(snapshot, comment.resolved.by)?.name ?? comment.resolved.name
}

export function isOwn(snapshot: WorkshopSnapshot, comment: Comment, { personId }: Actor): boolean {
  if (personId === null || comment.authorId === null) return false
  return standsFor(snapshot, 'persons', comment.authorId) === standsFor(snapshot, 'persons', personId)
}

const NAMED = ['card', 'activity', 'phase', 'lane', 'placement', 'touchpoint', 'persona', 'journey'] as const

export function kindKey(kind: SubjectKind): `comments.${(typeof NAMED)[number] | 'other'}` {
  return `comments.${NAMED.find((named) => named === kind) ?? 'other'}`
}

export interface ShownSubject {
  readonly text: string
  /** It lies in the bin, or nobody here knows it. */
  readonly isGone: boolean
}

const TEXT_FIELDS = ['text', 'title', 'name'] as const

/** In its own words, also when it lies in the bin. */
export function subjectOf(snapshot: WorkshopSnapshot, { kind, id }: Subject): ShownSubject {
  const table = tableOfSubject(kind)
  if (table === null) return { text: snapshot.meta.title, isGone: false }
  const today = standsFor(snapshot, table, id as never)
  const live: ReadonlyMap<string, object> = snapshot[table]
  const bin: ReadonlyMap<string, object> = snapshot.bin[table]
  const record: Readonly<Record<string, unknown>> = { ...(live.get(today) ?? bin.get(today)) }
  const isGone = !live.has(today)
  const { touchpointId } = record
  if (kind === 'placement' && typeof touchpointId === 'string') {
    return { text: subjectOf(snapshot, { kind: 'touchpoint', id: touchpointId }).text, isGone }
  }
  const text = TEXT_FIELDS.map((field) => record[field]).find((value) => typeof value === 'string')
  return { text: typeof text === 'string' ? text.trim() : '', isGone }
}

const LAST_DATE = 8.64e15

/** A moment that every calendar knows, whatever another device wrote. */
export function dateOf(at: number): Date {
  return new Date(Math.min(Math.max(at, 0), LAST_DATE))
}
