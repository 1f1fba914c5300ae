/**
 * The one way in, always in the same steps: choose, name the columns where that is needed, look at what would happen and
 * where, take it over. Nothing is written before the last step, and every import can be taken back.
 */
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ChooseSource } from './ChooseSource.tsx'
import { ImportAhead } from './ImportAhead.tsx'
import { type ImportStep, lookStep, withTarget } from './importSteps.ts'
import { ImportTroubles } from './ImportTroubles.tsx'
import type { Ahead, ImportDecision, ImportTarget, ImportTools } from './importTools.ts'
import { NoteColumns } from './NoteColumns.tsx'
import { TargetField } from './TargetField.tsx'
import { useReading } from './useReading.ts'

export interface ImportDialogProps {
  readonly tools: ImportTools
  /** What was picked already. */
  readonly files?: readonly File[]
  readonly onClose: () => void
}

const CAREFUL: ImportDecision = { takeChanges: true, binMissing: false }

export function ImportDialog({ tools, files, onClose }: ImportDialogProps) {
  const t = useTranslate()
  const { step, setStep, read } = useReading(tools, files)
  const [decision, setDecision] = useState(CAREFUL)
  const apply = async () => {
    if (step.step !== 'ahead') return
    setStep({ step: 'writing' })
    if (await tools.apply(step.target, decision)) onClose()
    else setStep(step)
  }
  const isNew = tools.targets[0] === 'new'
  return (
    <Dialog
      open
      size="l"
      title={t('importDialog.title')}
      description={t(isNew ? 'importDialog.descriptionNew' : 'importDialog.description')}
      onClose={step.step === 'writing' ? () => undefined : onClose}
      footer={
        <Foot
          step={step}
          hasNews={step.step === 'ahead' && (step.target === 'new' || bringsNews(step.ahead, decision))}
          onClose={onClose}
          onBack={() => {
            setDecision(CAREFUL)
            setStep(step.step === 'ahead' ? (step.map ?? { step: 'choose' }) : { step: 'choose' })
          }}
          onAhead={() => (step.step === 'map' ? setStep(lookStep(tools, step)) : undefined)}
          onApply={() => void apply()}
        />
      }
    >
      <StepBody
        step={step}
        tools={tools}
        read={read}
        onStep={setStep}
        decision={decision}
        onDecision={setDecision}
      />
    </Dialog>
  )
}

interface StepBodyProps {
  readonly step: ImportStep
  readonly tools: ImportTools
  readonly read: ReturnType<typeof useReading>['read']
  readonly onStep: (step: ImportStep) => void
  readonly decision: ImportDecision
  readonly onDecision: (decision: ImportDecision) => void
}

function StepBody({ step, tools, read, onStep, decision, onDecision }: StepBodyProps) {
  const t = useTranslate()
  switch (step.step) {
    case 'choose':
      return <ChooseSource onFiles={read.files} onText={read.text} />
    case 'reading':
      return <Progress label={t('importDialog.reading')} value={step.done} onCancel={read.cancel} />
    case 'writing':
      return <Progress label={t('importDialog.writing')} />
    case 'map':
    case 'ahead': {
      const onTarget = (target: ImportTarget) => onStep(withTarget(tools, step, target))
      return (
        <div className="et-stack">
          <TargetField targets={tools.targets} target={step.target} onTarget={onTarget} />
          {step.step === 'map' ? (
            <NoteColumns tools={tools} step={step} onWish={(wish) => onStep({ ...step, wish })} />
          ) : (
            <ImportAhead step={step} decision={decision} onDecision={onDecision} />
          )}
        </div>
      )
    }
    case 'troubles':
      return (
        <div className="et-stack">
          <Callout tone="error" title={t('importDialog.refused', { n: step.found.troubles.length })}>
            <p>{t('exchange.nothingChanged')}</p>
          </Callout>
          <ImportTroubles troubles={step.found.troubles} />
        </div>
      )
  }
}

function bringsNews({ counts, missing }: Ahead, { takeChanges, binMissing }: ImportDecision): boolean {
  if (binMissing && missing.length > 0) return true
  return counts.some(({ created, changed }) => created > 0 || (takeChanges && changed > 0))
}

interface FootProps {
  readonly step: ImportStep
  readonly hasNews: boolean
  readonly onClose: () => void
  readonly onBack: () => void
  readonly onAhead: () => void
  readonly onApply: () => void
}

function Foot({ step, hasNews, onClose, onBack, onAhead, onApply }: FootProps) {
  const t = useTranslate()
  if (step.step === 'writing') return null
  if (step.step === 'choose' || step.step === 'reading')
    return <Button onClick={onClose}>{t('common.close')}</Button>
  return (
    <>
      <Button onClick={onBack}>{t('importDialog.back')}</Button>
      {step.step === 'map' ? (
        <Button tone="primary" disabled={!step.wish.roles.includes('text')} onClick={onAhead}>
          {t('importDialog.ahead')}
        </Button>
      ) : null}
      {step.step === 'ahead' ? (
        <Button tone="primary" disabled={!hasNews} onClick={onApply}>
          {t(step.target === 'new' ? 'importDialog.applyNew' : 'importDialog.apply')}
        </Button>
      ) : null}
    </>
  )
}
