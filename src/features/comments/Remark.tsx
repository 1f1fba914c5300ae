/** One remark or answer: whose, when, what; one's own can be deleted, and comes back from the bin. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { Comment } from '../../model/records/comment.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { formatTime, formatWhen } from '../../ui/formatWhen.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { authorOf, dateOf, isOwn } from './comments.logic.ts'

export interface RemarkProps {
  readonly comment: Comment
  readonly now: number
  /** The focus needs another place. */
  readonly onGone: () => void
}

export function Remark({ comment, now, onGone }: RemarkProps) {
  const t = useTranslate()
  const locale = useLocale()
  const remove = useDelete()
  const { actor } = useWorkshop()
  const mayWrite = useMayWrite('review')
  const author = useSnapshot((snapshot) => authorOf(snapshot, comment))
  const own = useSnapshot((snapshot) => isOwn(snapshot, comment, actor))
  const name = author.name === '' ? t('comments.somebody') : author.name
  const written = dateOf(comment.createdAt)
  const deleteIt = () => {
    if (remove({ table: 'comments', ids: [comment.id] })) onGone()
  }
  return (
    <div className="et-remark">
      <span aria-hidden="true">
        <Avatar name={name} colour={author.colour} size="s" />
      </span>
      <p className="et-remark__who">
        <strong>{name}</strong>{' '}
        <time dateTime={written.toISOString()} title={formatTime(locale, written.getTime())}>
          {formatWhen(locale, written.getTime(), now) ?? t('bin.justNow')}
        </time>
      </p>
      {own && mayWrite ? (
        <IconButton label={t('comments.delete')} icon={<Trash2 />} onClick={deleteIt} />
      ) : null}
      <p className="et-remark__text">{comment.text}</p>
    </div>
  )
}
