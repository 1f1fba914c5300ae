/** The time box of the step: start, pause, one minute more, stop. Everybody's screen counts by itself. */
import { Pause, Play, Plus, Square } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editStage } from '../../model/commands/editStage.ts'
import type { Timer } from '../../model/records/stage.ts'
import { currentStep } from '../../model/select/agenda.ts'
import type { Clock } from '../../shared/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TimerText } from './TimerText.tsx'

const MINUTE = 60_000

export function TimerField({ clock }: { readonly clock: Clock }) {
  const t = useTranslate()
  const run = useRun()
  const timer = useSnapshot(({ stage }) => stage.timer)
  const minutes = useSnapshot((snapshot) => currentStep(snapshot)?.minutes ?? 10)
  const set = (next: Timer | null) => run((...by) => editStage(...by, { timer: next }))
  if (timer === null) {
    const begun = () => ({ startedAt: clock.now(), durationMs: minutes * MINUTE, pausedAfterMs: null })
    return (
      <Button icon={<Play />} onClick={() => set(begun())}>
        {t('facilitation.start', { n: minutes })}
      </Button>
    )
  }
  const pause = () => set({ ...timer, pausedAfterMs: Math.max(0, clock.now() - timer.startedAt) })
  const resume = () =>
    set({ ...timer, startedAt: clock.now() - (timer.pausedAfterMs ?? 0), pausedAfterMs: null })
  return (
    <div className="et-row">
      <TimerText clock={clock} />
      {timer.pausedAfterMs === null ? (
        <Button icon={<Pause />} onClick={pause}>
          {t('facilitation.pause')}
        </Button>
      ) : (
        <Button icon={<Play />} onClick={resume}>
          {t('facilitation.resume')}
        </Button>
      )}
      <IconButton
        label={t('facilitation.more')}
        icon={<Plus />}
        tone="solid"
        onClick={() => set({ ...timer, durationMs: timer.durationMs + MINUTE })}
      />
      <IconButton label={t('facilitation.stop')} icon={<Square />} tone="solid" onClick={() => set(null)} />
    </div>
  )
}
