/** What is left of the time box, counted on this device; when it is over it says by how much. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { timeLeft } from '../../model/select/stageView.ts'
import type { Clock } from '../../shared/clock.ts'
import { clockText } from './stepText.logic.ts'
import { useNow } from './useNow.ts'
import './Facilitation.css'

export function TimerText({ clock }: { readonly clock: Clock }) {
  const t = useTranslate()
  const timer = useSnapshot(({ stage }) => stage.timer)
  const now = useNow(clock, timer !== null && timer.pausedAfterMs === null)
  if (timer === null) return null
  const left = timeLeft(timer, now)
  const text = left < 0 ? t('facilitation.over', { time: clockText(left) }) : clockText(left)
  return (
    <p className={`et-timer ${left < 0 ? 'et-timer--over' : ''}`.trim()} role="timer">
      <span aria-hidden="true">{text}</span>
      <span className="et-visually-hidden">
        {left < 0 ? text : t('facilitation.left', { time: clockText(left) })}
      </span>
      {timer.pausedAfterMs === null ? null : (
        <span className="et-timer__note">{t('facilitation.paused')}</span>
      )}
    </p>
  )
}
