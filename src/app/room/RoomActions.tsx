/** What a moderator can do to the whole room, as buttons under the links; each opens its own dialog instead of them. */
import { DoorClosed, FileKey, KeyRound, LogOut, Truck } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'

export type RoomAction = 'newLinks' | 'close' | 'move' | 'handBack'

export interface RoomActionsProps {
  readonly isModerator: boolean
  readonly onAction: (action: RoomAction) => void
  readonly onRecoverySheet: () => void
}

export function RoomActions({ isModerator, onAction, onRecoverySheet }: RoomActionsProps) {
  const t = useTranslate()
  const handBack = (
    <Button icon={<LogOut />} onClick={() => onAction('handBack')}>
      {t('handBack.action')}
    </Button>
  )
  if (!isModerator) return <div className="et-row et-share__actions">{handBack}</div>
  return (
    <section className="et-share__actions et-stack" aria-label={t('room.manage')}>
      <h3 className="et-field__label">{t('room.manage')}</h3>
      <div className="et-row">
        <Button icon={<FileKey />} onClick={onRecoverySheet}>
          {t('recovery.action')}
        </Button>
        <Button icon={<KeyRound />} onClick={() => onAction('newLinks')}>
          {t('room.newLinks')}
        </Button>
        <Button icon={<Truck />} onClick={() => onAction('move')}>
          {t('room.move')}
        </Button>
        <Button icon={<DoorClosed />} onClick={() => onAction('close')}>
          {t('room.close')}
        </Button>
        {handBack}
      </div>
    </section>
  )
}
