/** One conversation: the remark, its answers, and what can be done with it. */
import { CheckCheck, Reply, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { resolveComment } from '../../model/commands/resolveComment.ts'
import type { CommentThread } from '../../model/select/commentThreads.ts'
import { Button } from '../../ui/Button.tsx'
import { formatWhen } from '../../ui/formatWhen.ts'
import { resolverOf } from './comments.logic.ts'
import type { CommentTools } from './commentTools.ts'
import { Composer } from './Composer.tsx'
import { Remark } from './Remark.tsx'
import { SubjectLine } from './SubjectLine.tsx'

export interface ThreadProps {
  readonly thread: CommentThread
  readonly tools: CommentTools
  /** In a list of everything; beside the thing itself it goes without saying. */
  readonly showsSubject?: boolean
  /** Something that had the focus is gone. */
  readonly onGone: () => void
}

export function Thread({ thread, tools, showsSubject = false, onGone }: ThreadProps) {
  const t = useTranslate()
  const { root, isRootGone, answers } = thread
  const { now } = tools
  return (
    <li className="et-thread">
      {showsSubject ? <SubjectLine subject={thread.subject} onShow={tools.onShow} /> : null}
      {isRootGone ? (
        <p className="et-thread__note">{t('comments.deleted')}</p>
      ) : (
        <Remark comment={root} now={now} onGone={onGone} />
      )}
      {answers.length === 0 ? null : (
        <ul className="et-thread__answers" aria-label={t('comments.answers')}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <Remark comment={answer} now={now} onGone={onGone} />
            </li>
          ))}
        </ul>
      )}
      <Settled thread={thread} now={now} />
      <ThreadActions thread={thread} tools={tools} onGone={onGone} />
    </li>
  )
}

function Settled({ thread: { root }, now }: Pick<ThreadProps, 'thread'> & { readonly now: number }) {
  const t = useTranslate()
  const locale = useLocale()
  const name = useSnapshot((snapshot) => resolverOf(snapshot, root))
  if (root.resolved === null) return null
  const when = formatWhen(locale, root.resolved.at, now) ?? t('bin.justNow')
  return (
    <p className="et-thread__note">
      {name === '' ? t('comments.resolvedWhen', { when }) : t('comments.resolvedBy', { name, when })}
    </p>
  )
}

function ThreadActions({ thread, tools, onGone }: ThreadProps) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite('review')
  const [isAnswering, setAnswering] = useState(false)
  const answerId = useId()
  if (!mayWrite) return null
  const { root, subject } = thread
  const resolve = (resolved: boolean) => {
    const name = tools.author.kind === 'reviewer' ? tools.author.name : ''
    const done = run((workshop, actor) =>
      resolveComment(workshop, actor, { commentId: root.id, resolved, name }),
    )
    if (done !== null) onGone()
  }
  if (root.resolved !== null) {
    return (
      <Button icon={<RotateCcw />} onClick={() => resolve(false)}>
        {t('comments.reopen')}
      </Button>
    )
  }
  return (
    <>
      <div className="et-row">
        <Button
          icon={<Reply />}
          aria-expanded={isAnswering}
          aria-controls={answerId}
          onClick={() => setAnswering(!isAnswering)}
        >
          {t('comments.answer')}
        </Button>
        <Button icon={<CheckCheck />} onClick={() => resolve(true)}>
          {t('comments.resolve')}
        </Button>
      </div>
      <div id={answerId}>
        {isAnswering ? (
          <Composer
            subject={subject}
            replyTo={root.id}
            label={t('comments.yourAnswer')}
            takesFocus
            tools={tools}
            onSent={() => setAnswering(false)}
          />
        ) : null}
      </div>
    </>
  )
}
