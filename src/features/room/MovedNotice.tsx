/** "This workshop is at another address": said by the moderator, checked by this device, followed only by a press. */
import { Download, ExternalLink } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'

export interface MovedNoticeProps {
  readonly host: string
  readonly isOnly: boolean
  /** The own link at the new address. */
  readonly link: string
  readonly onSave: () => void
}

export function movedTitleKey(isOnly: boolean) {
  return isOnly ? ('room.movedOnly' as const) : ('room.movedAlso' as const)
}

export function MovedNotice({ host, link, onSave }: MovedNoticeProps) {
  const t = useTranslate()
  return (
    <>
      <p>{t('room.movedText')}</p>
      <p>{t('room.movedTake')}</p>
      <div className="et-row">
        <a className="et-button et-button--primary et-button--m" href={link} rel="noopener noreferrer">
          <span className="et-button__icon" aria-hidden="true">
            <ExternalLink />
          </span>
          <span className="et-button__label">{t('room.moveOpen', { host })}</span>
        </a>
        <Button icon={<Download />} onClick={onSave}>
          {t('health.saveCopy')}
        </Button>
      </div>
    </>
  )
}
