/** Why nothing can be said here yet, and the way to the place where one says who one is. */
import { UserPlus } from 'lucide-react'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from './Button.tsx'
import './NameNeeded.css'

export interface NameNeededProps {
  readonly reason: string
  readonly onWho: () => void
}

export function NameNeeded({ reason, onWho }: NameNeededProps) {
  const t = useTranslate()
  return (
    <div className="et-name-needed">
      <p>{reason}</p>
      <Button icon={<UserPlus />} onClick={onWho}>
        {t('frame.whoAreYou')}
      </Button>
    </div>
  )
}
