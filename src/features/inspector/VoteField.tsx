/** Dots: how many there are, how many are one's own, one more, one less. */
import { CircleDot, Minus, Plus } from 'lucide-react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { vote } from '../../model/commands/vote.ts'
import { keyOf } from '../../model/defineKeyed.ts'
import { voteKeyed } from '../../model/records/vote.ts'
import { votesOf } from '../../model/select/votesOf.ts'
import type { Subject } from '../../model/subject.ts'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import './VoteField.css'

export function VoteField({ subject }: { readonly subject: Subject }) {
  const t = useTranslate()
  const run = useRun()
  const mayWrite = useMayWrite()
  const { personId } = useWorkshop().actor
  const hidden = useSnapshot((snapshot) => snapshot.stage.hidesVotes)
  const all = useSnapshot((snapshot) => votesOf(snapshot, subject))
  const own = useSnapshot((snapshot) => {
    if (personId === null) return 0
    const key = keyOf(voteKeyed, {
      ballot: snapshot.stage.ballot,
      subjectKind: subject.kind,
      subjectId: subject.id,
      personId,
    })
    return snapshot.votes.get(key)?.count ?? 0
  })
  return (
    <div className="et-vote">
      <span className="et-field__label">{t('inspector.votes')}</span>
      <div className="et-row">
        {hidden ? null : (
          <Chip icon={<CircleDot />} tone={all > 0 ? 'accent' : 'neutral'}>
            {t('inspector.votesCount', { n: all })}
          </Chip>
        )}
        {personId === null || !mayWrite ? null : (
          <>
            <IconButton
              label={t('inspector.removeVote')}
              icon={<Minus />}
              tone="solid"
              disabled={own === 0}
              onClick={() => run((workshop, actor) => vote(workshop, actor, { subject, change: -1 }))}
            />
            <IconButton
              label={t('inspector.addVote')}
              icon={<Plus />}
              tone="solid"
              onClick={() => run((workshop, actor) => vote(workshop, actor, { subject, change: 1 }))}
            />
            <span className="et-vote__own">{t('inspector.yourVotes', { n: own })}</span>
          </>
        )}
      </div>
    </div>
  )
}
