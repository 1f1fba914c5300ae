/** The step of the agenda: one on, one back, or any. */
import { ArrowLeft, ArrowRight, Play } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editStage } from '../../model/commands/editStage.ts'
import type { AgendaStep } from '../../model/select/agenda.ts'
import { agendaOf, currentStep } from '../../model/select/agenda.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { stepPrompt, stepTitle } from './stepText.logic.ts'

export function StepField() {
  const t = useTranslate()
  const run = useRun()
  const steps = useSnapshot(agendaOf)
  const step = useSnapshot((snapshot) => (snapshot.stage.stepId === '' ? null : currentStep(snapshot)))
  const at = step === null ? -1 : steps.indexOf(step)
  const go = (next: AgendaStep | undefined) => {
    if (next !== undefined) run((...by) => editStage(...by, { stepId: next.id }))
  }
  if (step === null) {
    return (
      <Button tone="primary" icon={<Play />} onClick={() => go(steps[0])}>
        {t('facilitation.begin')}
      </Button>
    )
  }
  return (
    <div className="et-stack">
      <SelectField
        label={t('facilitation.stepOf', { n: at + 1, all: steps.length })}
        value={step.id}
        options={steps.map((each, index) => ({
          value: each.id,
          label: `${String(index + 1)}. ${stepTitle(t, each)}`,
        }))}
        onChange={(id) => go(steps.find((each) => each.id === id))}
      />
      <p>{stepPrompt(t, step)}</p>
      <div className="et-row">
        <IconButton
          label={t('facilitation.previous')}
          icon={<ArrowLeft />}
          tone="solid"
          disabled={at <= 0}
          onClick={() => go(steps[at - 1])}
        />
        <Button
          tone="primary"
          icon={<ArrowRight />}
          disabled={at + 1 >= steps.length}
          onClick={() => go(steps[at + 1])}
        >
          {t('facilitation.next')}
        </Button>
      </div>
    </div>
  )
}
