/** The comments beside the map, and those about one thing for the places that show its fields. */
import { CommentSection } from '../../features/comments/CommentSection.tsx'
import { CommentsPanel } from '../../features/comments/Panel.tsx'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { openCommentsOn } from '../../model/select/commentThreads.ts'
import type { Subject } from '../../model/subject.ts'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useCommentTools } from './useCommentTools.ts'

export function CommentsArea({ onClose }: { readonly onClose: () => void }) {
  const tools = useCommentTools()
  const journeyId = useShownJourney()?.id ?? null
  return <CommentsPanel journeyId={journeyId} tools={tools} onClose={onClose} />
}

export interface WithCommentsProps {
  readonly subject: Subject
  readonly children: ReactNode
}

/** Fields of a thing with its comments: below them, or above them for who came to comment or where some wait. */
export function WithComments(props: WithCommentsProps) {
  return <OneWithComments key={props.subject.id} {...props} />
}

function OneWithComments({ subject, children }: WithCommentsProps) {
  const tools = useCommentTools()
  const mayWrite = useMayWrite()
  const open = useSnapshot((snapshot) => openCommentsOn(snapshot, subject))
  // Decided once: nothing changes its place while somebody reads it.
  const [isFirst] = useState(!mayWrite || open > 0)
  const comments = <CommentSection subject={subject} tools={tools} />
  return (
    <div className="et-stack">
      {isFirst ? comments : null}
      {children}
      {isFirst ? null : comments}
    </div>
  )
}
