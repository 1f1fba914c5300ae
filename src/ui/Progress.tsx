/** Long work with a name, how far it is, and a way out. */
import { Progress as Radix } from 'radix-ui'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Button } from './Button.tsx'
import './Progress.css'

export interface ProgressProps {
  readonly label: string
  /** 0 to 1; undefined while nobody can tell. */
  readonly value?: number | undefined
  readonly onCancel?: () => void
}

export function Progress({ label, value, onCancel }: ProgressProps) {
  const t = useTranslate()
  const percent = value === undefined ? null : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div className="et-progress">
      <output className="et-progress__text">
        <span>{label}</span>
        {percent === null ? null : <span className="et-progress__percent">{`${String(percent)} %`}</span>}
      </output>
      <Radix.Root className="et-progress__bar" value={percent} max={100} aria-label={label}>
        <Radix.Indicator
          className="et-progress__fill"
          style={percent === null ? undefined : { transform: `scaleX(${String(percent / 100)})` }}
        />
      </Radix.Root>
      {onCancel === undefined ? null : (
        <Button tone="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </div>
  )
}
