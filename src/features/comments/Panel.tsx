/** All comments of the workshop, open or resolved, with the way to what each is about; and one about the whole map. */
import { MessageSquare } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import { commentThreads } from '../../model/select/commentThreads.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { CommentTools } from './commentTools.ts'
import { Composer } from './Composer.tsx'
import { Thread } from './Thread.tsx'
import './Comments.css'

export interface CommentsPanelProps {
  /** The map on the screen; null while there is none. */
  readonly journeyId: JourneyId | null
  readonly tools: CommentTools
  readonly onClose: () => void
}

export function CommentsPanel({ journeyId, tools, onClose }: CommentsPanelProps) {
  const t = useTranslate()
  const mayWrite = useMayWrite('review')
  const [shown, setShown] = useState<'open' | 'resolved'>('open')
  const all = useSnapshot(commentThreads)
  const open = all.filter(({ root }) => root.resolved === null)
  const resolved = all.filter(({ root }) => root.resolved !== null)
  const threads = shown === 'open' ? open : resolved
  const list = useRef<HTMLElement>(null)
  const onGone = useCallback(() => list.current?.focus(), [])
  return (
    <Sheet title={t('comments.title')} onClose={onClose} takeFocus>
      <div className="et-stack">
        <Segmented
          label={t('comments.which')}
          hideLabel
          value={shown}
          options={[
            { value: 'open', label: t('comments.openTab', { n: open.length }) },
            { value: 'resolved', label: t('comments.resolvedTab', { n: resolved.length }) },
          ]}
          onChange={setShown}
        />
        <section ref={list} tabIndex={-1} aria-label={t(`comments.${shown}`)}>
          {threads.length === 0 ? <Nothing isOpen={shown === 'open'} /> : null}
          <ul className="et-threads">
            {threads.map((thread) => (
              <Thread key={thread.root.id} thread={thread} tools={tools} showsSubject onGone={onGone} />
            ))}
          </ul>
        </section>
        {mayWrite && journeyId !== null && shown === 'open' ? (
          <Composer
            key={journeyId}
            subject={{ kind: 'journey', id: journeyId }}
            label={t('comments.newOnMap')}
            hint={t('comments.newOnMapHint')}
            tools={tools}
          />
        ) : null}
      </div>
    </Sheet>
  )
}

function Nothing({ isOpen }: { readonly isOpen: boolean }) {
  const t = useTranslate()
  const mayWrite = useMayWrite('review')
  return (
    <EmptyState
      icon={<MessageSquare />}
      title={isOpen ? t('comments.noneOpenTitle') : t('comments.noneResolvedTitle')}
    >
      {mayWrite && isOpen ? <p>{t('comments.noneText')}</p> : null}
    </EmptyState>
  )
}
