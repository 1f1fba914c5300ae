/**
 * The recorder while it runs: how long already, the two ways to end it, and below them what the camera sees, so that no
 * picture pushes the way out of view.
 */
import { Square, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { systemClock } from '../../shared/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { clockTime } from './clockTime.logic.ts'
import type { RecorderState, RunningRecorder } from './recorder.ts'
import type { RecordingType } from './recordingTypes.ts'
import './Recorder.css'

export interface RecorderProps {
  readonly recorder: RunningRecorder
  readonly type: RecordingType
  readonly seconds: number
  readonly onDiscard: () => void
}

export function Recorder({ recorder, type, seconds, onDiscard }: RecorderProps) {
  const t = useTranslate()
  const state = useReadableValue(recorder.state)
  const passed = usePassed(state)
  const isRecording = state.phase === 'recording'
  const label = isRecording
    ? t('media.recording', { done: clockTime(passed), most: clockTime(seconds) })
    : t('media.asking')
  const box = useRef<HTMLDivElement>(null)
  // The panel was scrolled to the button that began it; the recorder is taller.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [isRecording])
  return (
    <div className="et-recorder" ref={box}>
      <Progress label={label} value={isRecording ? passed / seconds : undefined} />
      <div className="et-row">
        {isRecording ? (
          <Button tone="primary" icon={<Square />} onClick={recorder.stop}>
            {t('media.stop')}
          </Button>
        ) : null}
        <Button icon={<Trash2 />} onClick={onDiscard}>
          {t('media.discard')}
        </Button>
      </div>
      {isRecording && type === 'film' ? <Finder stream={state.stream} /> : null}
    </div>
  )
}

function Finder({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])
  return <video ref={video} className="et-recorder__finder" autoPlay muted playsInline aria-hidden />
}

const TICK_MS = 250

/** Seconds since the recording began. */
function usePassed(state: RecorderState): number {
  const [passed, setPassed] = useState(0)
  const startedAt = state.phase === 'recording' ? state.startedAt : null
  useEffect(() => {
    if (startedAt === null) return undefined
    const tick = setInterval(() => setPassed((systemClock.now() - startedAt) / 1000), TICK_MS)
    return () => clearInterval(tick)
  }, [startedAt])
  return passed
}
