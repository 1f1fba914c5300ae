/** The room behind this workshop is closed: what is safe, and the ways on. */
import { Download, KeyRound, Smartphone } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'

export interface ClosedNoticeProps {
  readonly isModerator: boolean
  readonly onLink: () => void
  readonly onSave: () => void
  /** Only for a moderator: the workshop lives on here and can be shared anew. */
  readonly onGoOn: () => void
}

export function ClosedNotice({ isModerator, onLink, onSave, onGoOn }: ClosedNoticeProps) {
  const t = useTranslate()
  return (
    <>
      <p>{t(isModerator ? 'room.closedModeratorText' : 'room.closedText')}</p>
      <div className="et-row">
        <Button tone="primary" icon={<KeyRound />} onClick={onLink}>
          {t('room.enterLink')}
        </Button>
        <Button icon={<Download />} onClick={onSave}>
          {t('health.saveCopy')}
        </Button>
        {isModerator ? (
          <Button icon={<Smartphone />} onClick={onGoOn}>
            {t('room.goOnHere')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
