/**
 * The one place where the map leaves the app as data or picture: pick a format, get a file, and hear what the format
 * could not hold. The app does the work; this only asks and tells.
 */
import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import {
  EXPORT_FORMATS,
  PICTURE_WIDTHS,
  type ExportFormat,
  type ExportJob,
  type ExportOutcome,
  isOfOneJourney,
} from './exportChoices.ts'
import { ExportOptions, type JourneyChoice } from './ExportOptions.tsx'
import { FormatList } from './FormatList.tsx'

export interface ExportDialogProps {
  readonly journeys: readonly JourneyChoice[]
  /** The journey that is shown. */
  readonly journeyId: string | null
  /** Never rejects: what breaks is an outcome with a reason. */
  readonly onExport: (job: ExportJob) => Promise<ExportOutcome>
  readonly onClose: () => void
}

type State =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'working'; readonly done: number }
  | { readonly phase: 'ended'; readonly outcome: ExportOutcome }

export function ExportDialog({ journeys, journeyId, onExport, onClose }: ExportDialogProps) {
  const t = useTranslate()
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0])
  const [chosen, setChosen] = useState(journeyId ?? journeys[0]?.id ?? '')
  const [pixels, setPixels] = useState<number>(PICTURE_WIDTHS[1])
  const { state, start, cancel } = useExport(onExport)
  const lacksJourney = isOfOneJourney(format) && chosen === ''
  const isWorking = state.phase === 'working'
  return (
    <Dialog
      open
      size="m"
      title={t('exportDialog.title')}
      description={t('exportDialog.description')}
      onClose={() => {
        cancel()
        onClose()
      }}
      footer={
        <>
          <Button onClick={isWorking ? cancel : onClose}>
            {t(isWorking ? 'common.cancel' : 'common.close')}
          </Button>
          <Button
            tone="primary"
            icon={<Download />}
            disabled={isWorking || lacksJourney}
            onClick={() => start({ format, journeyId: chosen, pixels })}
          >
            {t('exportDialog.do')}
          </Button>
        </>
      }
    >
      <div className="et-stack">
        <FormatList format={format} onFormat={setFormat} disabled={isWorking} />
        <ExportOptions
          format={format}
          journeys={journeys}
          journeyId={chosen}
          onJourney={setChosen}
          pixels={pixels}
          onPixels={setPixels}
          disabled={isWorking}
        />
        {lacksJourney ? <Callout tone="warning">{t('exportDialog.noJourney')}</Callout> : null}
        {state.phase === 'working' ? <Progress label={t('exportDialog.working')} value={state.done} /> : null}
        {state.phase === 'ended' ? <Outcome outcome={state.outcome} /> : null}
      </div>
    </Dialog>
  )
}

/** One export at a time; one that was cancelled or left says nothing any more. */
function useExport(onExport: ExportDialogProps['onExport']) {
  const [state, setState] = useState<State>({ phase: 'choosing' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = (wish: Pick<ExportJob, 'format' | 'journeyId' | 'pixels'>) => {
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setState({ phase: 'working', done: 0 })
    const onProgress = (done: number) => (signal.aborted ? undefined : setState({ phase: 'working', done }))
    void onExport({ ...wish, signal, onProgress }).then((outcome) => {
      if (!signal.aborted) setState({ phase: 'ended', outcome })
    })
  }
  const cancel = () => {
    running.current?.abort()
    setState({ phase: 'choosing' })
  }
  return { state, start, cancel }
}

/** Below a long list on a phone it would not be seen. */
function Outcome({ outcome }: { readonly outcome: ExportOutcome }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Browsers of late give back a promise, which is no clean-up.
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])
  return (
    <div ref={place}>
      <OutcomeText outcome={outcome} />
    </div>
  )
}

function OutcomeText({ outcome }: { readonly outcome: ExportOutcome }) {
  const t = useTranslate()
  if (!outcome.done) return <Callout tone="error">{outcome.reason}</Callout>
  const { name, leftOut } = outcome
  if (leftOut.length === 0) return <Callout title={t('exportDialog.done', { name })} />
  return (
    <Callout tone="warning" title={t('exportDialog.done', { name })}>
      <p>{t('exportDialog.leftOut')}</p>
      <ul>
        {leftOut.map(({ label, count }) => (
          <li key={label}>{`${label}: ${String(count)}`}</li>
        ))}
      </ul>
    </Callout>
  )
}
