/** The moderator's hand on the room: step, time box, and what the wall shows. All of it is written into the stage. */
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Spotlight } from '../../model/select/stageView.ts'
import type { Clock } from '../../shared/clock.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StepField } from './StepField.tsx'
import { TimerField } from './TimerField.tsx'
import { WallField } from './WallField.tsx'

export interface FacilitationPanelProps {
  readonly clock: Clock
  /** The one thing that is selected on this screen. */
  readonly selected: Spotlight | null
  readonly onClose: () => void
}

export function FacilitationPanel({ clock, selected, onClose }: FacilitationPanelProps) {
  const t = useTranslate()
  return (
    <Sheet title={t('facilitation.title')} onClose={onClose} takeFocus>
      <div className="et-stack">
        <p className="et-field__hint">{t('facilitation.intro')}</p>
        <StepField />
        <section className="et-stack" aria-label={t('facilitation.timer')}>
          <TimerField clock={clock} />
        </section>
        <WallField selected={selected} />
      </div>
    </Sheet>
  )
}
