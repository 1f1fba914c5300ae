/** The step the room is at, with what it is asked to do and the time left; nothing before the moderator began. */
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { agendaOf, currentStep } from '../../model/select/agenda.ts'
import type { Clock } from '../../shared/clock.ts'
import { stepPrompt, stepTitle } from './stepText.logic.ts'
import { TimerText } from './TimerText.tsx'
import './Facilitation.css'

export function StepText({ clock }: { readonly clock: Clock }) {
  const t = useTranslate()
  const steps = useSnapshot(agendaOf)
  const step = useSnapshot((snapshot) => (snapshot.stage.stepId === '' ? null : currentStep(snapshot)))
  return (
    <>
      {step === null ? null : (
        <section className="et-step" aria-label={t('facilitation.step')}>
          <p className="et-step__number">
            {t('facilitation.stepOf', { n: steps.indexOf(step) + 1, all: steps.length })}
          </p>
          <p className="et-step__title">{stepTitle(t, step)}</p>
          <p className="et-step__prompt">{stepPrompt(t, step)}</p>
        </section>
      )}
      <TimerText clock={clock} />
    </>
  )
}
