/** What holds up joining, in words, with the way on. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { Translate } from '../../i18n/translate.ts'
import type { OfflineReason } from '../../sync/connectionState.ts'
import { closeReasonText, laterReasonText } from '../closeReasonText.ts'
import { reasonText } from '../reasonText.ts'
import type { JoinPhase } from './joinSession.ts'

export interface JoinNoticeProps {
  readonly phase: JoinPhase
  readonly host: string
  readonly onRetry: () => void
  readonly onOpenHere: (workshopId: string) => void
}

export function JoinNotice({ phase, host, onRetry, onOpenHere }: JoinNoticeProps) {
  const t = useTranslate()
  const retry = <Button onClick={onRetry}>{t('common.retry')}</Button>
  switch (phase.phase) {
    case 'fetching':
      return <Progress label={t('join.fetching')} />
    case 'waiting':
      return (
        <Callout tone="warning" title={t('join.waiting')} actions={retry}>
          <p>{waitingText(t, phase.because, host)}</p>
        </Callout>
      )
    case 'empty':
      return (
        <Callout tone="warning" title={t('join.waiting')}>
          <p>{t('join.emptyWorkshop')}</p>
        </Callout>
      )
    case 'closed':
      return <OldLink onOpenHere={() => onOpenHere(phase.workshopId)} />
    case 'refused':
      if (phase.reason === 'roomClosed') return <OldLink />
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

/** A link that leads nowhere any more; what is on this device, if anything, can be opened all the same. */
function OldLink({ onOpenHere }: { readonly onOpenHere?: () => void }) {
  const t = useTranslate()
  const isHere = onOpenHere !== undefined
  return (
    <Callout
      tone="error"
      title={t('join.oldLinkTitle')}
      actions={isHere ? <Button onClick={onOpenHere}>{t('join.openHere')}</Button> : undefined}
    >
      <p>{t('join.oldLink')}</p>
      {isHere ? <p>{t('join.oldLinkHere')}</p> : null}
    </Callout>
  )
}

function waitingText(t: Translate, because: OfflineReason, host: string): string {
  if (because === 'roomNotThereYet') return t('join.roomNotThere')
  const reason = laterReasonText(t, { state: 'offline', because })
  return reason === '' ? t('join.waitingText', { host }) : t('join.waitingLater', { host, reason })
}
