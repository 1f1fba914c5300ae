/** What a conversation is about, as the way there; what lies in the bin is only named. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Subject } from '../../model/subject.ts'
import { kindKey, subjectOf } from './comments.logic.ts'

export interface SubjectLineProps {
  readonly subject: Subject
  readonly onShow: (subject: Subject) => void
}

export function SubjectLine({ subject, onShow }: SubjectLineProps) {
  const t = useTranslate()
  const { text, isGone } = useSnapshot((snapshot) => subjectOf(snapshot, subject))
  const words = (
    <>
      <span className="et-subject__kind">{t(kindKey(subject.kind))}</span>{' '}
      <span className="et-subject__text">{text === '' ? t('comments.untitled') : text}</span>
    </>
  )
  if (isGone) {
    return (
      <p className="et-subject">
        {words} <span className="et-thread__note">{t('comments.inBin')}</span>
      </p>
    )
  }
  return (
    <button type="button" className="et-subject et-subject--way" onClick={() => onShow(subject)}>
      {words}
    </button>
  )
}
