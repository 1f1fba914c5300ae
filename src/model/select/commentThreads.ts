/**
 * Comments as conversations: a remark and its answers, the oldest first. Of a remark that was deleted the answers of
 * others stay in sight; a thing that was merged into another brings its comments along.
 */
import { memoByTables } from '../memoByTables.ts'
import type { Comment, CommentId } from '../records/comment.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject } from '../subject.ts'
import { subjectAsKey } from './subjectAs.ts'

export interface CommentThread {
  readonly root: Comment
  /** Deleted, and only here because others answered. */
  readonly isRootGone: boolean
  readonly answers: readonly Comment[]
  readonly subject: Subject
  /** What the subject means today; equal keys are the same thing. */
  readonly subjectKey: string
}

export function commentAnywhere(snapshot: WorkshopSnapshot, id: CommentId): Comment | undefined {
  return snapshot.comments.get(id) ?? snapshot.bin.comments.get(id)
}

/** The remark a conversation began with; answers that answer each other in a ring begin with the smallest id. */
function rootOf(snapshot: WorkshopSnapshot, comment: Comment): Comment {
  const path: Comment[] = []
  let at = comment
  while (at.replyTo !== null) {
    path.push(at)
    const next = commentAnywhere(snapshot, at.replyTo)
    if (next === undefined) return at
    const met = path.findIndex(({ id }) => id === next.id)
    if (met >= 0) return path.slice(met).sort(byId)[0] ?? at
    at = next
  }
  return at
}

export const commentThreads = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.comments, snapshot.bin],
  (snapshot): readonly CommentThread[] => {
    const threads = new Map<CommentId, { readonly root: Comment; readonly answers: Comment[] }>()
    for (const comment of snapshot.comments.values()) {
      const root = rootOf(snapshot, comment)
      const thread = threads.get(root.id) ?? { root, answers: [] }
      threads.set(root.id, thread)
      if (comment.id !== root.id) thread.answers.push(comment)
    }
    return [...threads.values()]
      .map((thread) => complete(snapshot, thread))
      .sort((a, b) => byTime(a.root, b.root))
  },
)

function complete(
  snapshot: WorkshopSnapshot,
  { root, answers }: Pick<CommentThread, 'root'> & { readonly answers: Comment[] },
): CommentThread {
  const subject: Subject = { kind: root.subjectKind, id: root.subjectId }
  return {
    root,
    isRootGone: !snapshot.comments.has(root.id),
    answers: answers.sort(byTime),
    subject,
    subjectKey: subjectAsKey(snapshot, subject),
  }
}

export function threadsAbout(snapshot: WorkshopSnapshot, subject: Subject): readonly CommentThread[] {
  const key = subjectAsKey(snapshot, subject)
  return commentThreads(snapshot).filter((thread) => thread.subjectKey === key)
}

/** How many open conversations there are about each thing, by the key of its subject. */
export const openCommentCounts = memoByTables(
  (snapshot: WorkshopSnapshot) => [commentThreads(snapshot)],
  (snapshot): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const { root, subjectKey } of commentThreads(snapshot)) {
      if (root.resolved === null) counts.set(subjectKey, (counts.get(subjectKey) ?? 0) + 1)
    }
    return counts
  },
)

export function openCommentsOn(snapshot: WorkshopSnapshot, subject: Subject): number {
  return openCommentCounts(snapshot).get(subjectAsKey(snapshot, subject)) ?? 0
}

/** Only to show what was said first; a wrong clock does no harm. */
function byTime(a: Comment, b: Comment): number {
  return a.createdAt - b.createdAt || byId(a, b)
}

function byId(a: Comment, b: Comment): number {
  return a.id < b.id ? -1 : 1
}
