/** The conversations about one thing, below its fields; for a reviewer above them, because that is what they came for. */
import { useCallback, useId, useRef } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { threadsAbout } from '../../model/select/commentThreads.ts'
import type { Subject } from '../../model/subject.ts'
import type { CommentTools } from './commentTools.ts'
import { Composer } from './Composer.tsx'
import { Thread } from './Thread.tsx'
import './Comments.css'

export interface CommentSectionProps {
  readonly subject: Subject
  readonly tools: CommentTools
}

export function CommentSection({ subject, tools }: CommentSectionProps) {
  const t = useTranslate()
  const mayWrite = useMayWrite('review')
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const onGone = useCallback(() => heading.current?.focus(), [])
  const threads = useSnapshot((snapshot) => threadsAbout(snapshot, subject))
  if (!mayWrite && threads.length === 0) return null
  const open = threads.filter(({ root }) => root.resolved === null)
  const resolved = threads.filter(({ root }) => root.resolved !== null)
  const shown = (list: typeof threads) => (
    <ul className="et-threads">
      {list.map((thread) => (
        <Thread key={thread.root.id} thread={thread} tools={tools} onGone={onGone} />
      ))}
    </ul>
  )
  return (
    <section className="et-comments" aria-labelledby={headingId}>
      <h3 id={headingId} className="et-comments__title" tabIndex={-1} ref={heading}>
        {open.length === 0 ? t('comments.title') : t('comments.openCount', { n: open.length })}
      </h3>
      <div aria-live="polite">{open.length === 0 ? null : shown(open)}</div>
      {resolved.length === 0 ? null : (
        <details className="et-comments__resolved">
          <summary>{t('comments.resolvedCount', { n: resolved.length })}</summary>
          {shown(resolved)}
        </details>
      )}
      {mayWrite ? (
        <Composer
          key={`${subject.kind}:${subject.id}`}
          subject={subject}
          label={t('comments.new')}
          tools={tools}
        />
      ) : null}
    </section>
  )
}
