/** What holds up joining, in words, with the way on. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { closeReasonText } from '../closeReasonText.ts'
import { reasonText } from '../reasonText.ts'
import type { JoinPhase } from './joinSession.ts'

export interface JoinNoticeProps {
  readonly phase: JoinPhase
  readonly host: string
  readonly onRetry: () => void
}

export function JoinNotice({ phase, host, onRetry }: JoinNoticeProps) {
  const t = useTranslate()
  const retry = <Button onClick={onRetry}>{t('common.retry')}</Button>
  switch (phase.phase) {
    case 'fetching':
      return <Progress label={t('join.fetching')} />
    case 'waiting':
      return (
        <Callout tone="warning" title={t('join.waiting')} actions={retry}>
          <p>
            {phase.because === 'roomNotThereYet' ? t('join.roomNotThere') : t('join.waitingText', { host })}
          </p>
        </Callout>
      )
    case 'empty':
      return (
        <Callout tone="warning" title={t('join.waiting')}>
          <p>{t('join.emptyWorkshop')}</p>
        </Callout>
      )
    case 'refused':
      return (
        <Callout tone="error" title={t('join.refusedTitle')} actions={retry}>
          <p>
            {phase.reason === 'forbidden'
              ? t('join.refusedSecret')
              : t('join.refusedOther', { reason: closeReasonText(t, phase.reason) })}
          </p>
        </Callout>
      )
    case 'failed':
      return (
        <Callout tone="error" title={t('join.wrongTitle')} actions={retry}>
          <p>{t('join.saveFailed', { reason: reasonText(t, phase.failure) })}</p>
        </Callout>
      )
    case 'ready':
      return phase.isKnown ? (
        <Callout>
          <p>{t('join.knownHere')}</p>
        </Callout>
      ) : null
  }
}
