/**
 * The one way in to an open workshop, always in the same steps: choose, name the columns where that is needed, look at what
 * would happen, take it over. Nothing is written before the last step, and undo takes it back.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ChooseSource } from './ChooseSource.tsx'
import { ImportAhead } from './ImportAhead.tsx'
import { ImportTroubles } from './ImportTroubles.tsx'
import type { Ahead, Found, ImportTools, NoteWish } from './importTools.ts'
import { NoteColumns } from './NoteColumns.tsx'

export interface ImportDialogProps {
  readonly tools: ImportTools
  readonly onClose: () => void
}

type Step =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly done: number }
  | { readonly step: 'map'; readonly found: Extract<Found, { kind: 'notes' }>; readonly wish: NoteWish }
  | { readonly step: 'ahead'; readonly name: string; readonly ahead: Ahead; readonly back: Step }
  | { readonly step: 'troubles'; readonly found: Extract<Found, { kind: 'troubles' }> }

export function ImportDialog({ tools, onClose }: ImportDialogProps) {
  const t = useTranslate()
  const [step, setStep] = useState<Step>({ step: 'choose' })
  const [takesChanges, setTakesChanges] = useState(true)
  const read = useReading(tools, setStep)
  const apply = async () => {
    if (await tools.apply(takesChanges)) onClose()
  }
  return (
    <Dialog
      open
      size="l"
      title={t('importDialog.title')}
      description={t('importDialog.description')}
      onClose={onClose}
      footer={
        <Foot
          step={step}
          hasNews={step.step === 'ahead' && bringsNews(step.ahead, takesChanges)}
          onClose={onClose}
          onBack={() => setStep(step.step === 'ahead' ? step.back : { step: 'choose' })}
          onAhead={() => {
            if (step.step !== 'map') return
            setStep({ step: 'ahead', name: step.found.name, ahead: tools.lookAhead(step.wish), back: step })
          }}
          onApply={() => void apply()}
        />
      }
    >
      <StepBody
        step={step}
        tools={tools}
        read={read}
        onStep={setStep}
        takesChanges={takesChanges}
        onTakesChanges={setTakesChanges}
      />
    </Dialog>
  )
}

interface StepBodyProps {
  readonly step: Step
  readonly tools: ImportTools
  readonly read: ReturnType<typeof useReading>
  readonly onStep: (step: Step) => void
  readonly takesChanges: boolean
  readonly onTakesChanges: (takes: boolean) => void
}

function StepBody({ step, tools, read, onStep, takesChanges, onTakesChanges }: StepBodyProps) {
  const t = useTranslate()
  switch (step.step) {
    case 'choose':
      return <ChooseSource onFiles={read.files} onText={(text) => read.found(tools.readText(text))} />
    case 'reading':
      return <Progress label={t('importDialog.reading')} value={step.done} onCancel={read.cancel} />
    case 'map':
      return (
        <NoteColumns
          tools={tools}
          table={step.found.table}
          wish={step.wish}
          onWish={(wish) => onStep({ ...step, wish })}
        />
      )
    case 'ahead':
      return (
        <ImportAhead
          name={step.name}
          ahead={step.ahead}
          takesChanges={takesChanges}
          onTakesChanges={onTakesChanges}
        />
      )
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

function bringsNews({ counts }: Ahead, takesChanges: boolean): boolean {
  return counts.some(({ created, changed }) => created > 0 || (takesChanges && changed > 0))
}

/** Reading files: one attempt at a time, which a cancel or the end of the dialog stops. */
function useReading(tools: ImportTools, setStep: (step: Step) => void) {
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const found = (result: Found) => {
    if (result.kind === 'troubles') return setStep({ step: 'troubles', found: result })
    if (result.kind === 'records')
      return setStep({ step: 'ahead', name: result.name, ahead: result.ahead, back: { step: 'choose' } })
    const { roles, hasHeader } = result.table
    setStep({ step: 'map', found: result, wish: { roles, hasHeader, laneId: '', activityId: '' } })
  }
  const files = (picked: readonly File[]) => {
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setStep({ step: 'reading', done: 0 })
    const onProgress = (done: number) => (signal.aborted ? undefined : setStep({ step: 'reading', done }))
    void tools.read(picked, signal, onProgress).then((result) => {
      if (!signal.aborted) found(result)
    })
  }
  const cancel = () => {
    running.current?.abort()
    setStep({ step: 'choose' })
  }
  return { files, found, cancel }
}

interface FootProps {
  readonly step: Step
  readonly hasNews: boolean
  readonly onClose: () => void
  readonly onBack: () => void
  readonly onAhead: () => void
  readonly onApply: () => void
}

function Foot({ step, hasNews, onClose, onBack, onAhead, onApply }: FootProps) {
  const t = useTranslate()
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
          {t('importDialog.apply')}
        </Button>
      ) : null}
    </>
  )
}
