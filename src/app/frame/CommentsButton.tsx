/** The way to the comments, with how many are open; not there for somebody who could neither find nor write one. */
import { MessageSquare } from 'lucide-react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { commentThreads } from '../../model/select/commentThreads.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'
import './CommentsButton.css'

export function CommentsButton() {
  const t = useTranslate()
  const { store } = useFrame()
  const mayWrite = useMayWrite('review')
  const isShown = useFrameState((state) => state.sheet === 'comments')
  const all = useSnapshot((snapshot) => commentThreads(snapshot).length)
  const open = useOpenComments()
  if (!mayWrite && all === 0) return null
  return (
    <div className="et-comments-button">
      <IconButton
        label={open === 0 ? t('comments.title') : t('comments.withCount', { n: open })}
        icon={<MessageSquare />}
        pressed={isShown}
        onClick={() => store.set({ sheet: isShown ? null : 'comments' })}
      />
      {open === 0 ? null : (
        <span className="et-comments-button__count" aria-hidden="true">
          {open > 99 ? '99+' : open}
        </span>
      )}
    </div>
  )
}

export function useOpenComments(): number {
  return useSnapshot(
    (snapshot) => commentThreads(snapshot).filter(({ root }) => root.resolved === null).length,
  )
}
