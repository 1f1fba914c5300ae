/**
 * Sound and film for a card or an activity: recorded here where the browser lets a page, else with the tablet's own app
 * through the file dialog. Says beforehand how long and how large it may be.
 */
import { FileAudio, Mic, Video } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import type { PictureTarget, PictureTools } from './pictureTools.ts'
import type { RecorderFailure, RunningRecorder } from './recorder.ts'
import { startRecorder } from './recorder.ts'
import { Recorder } from './Recorder.tsx'
import type { RecordingType } from './recordingTypes.ts'
import { RECORDING_TYPES } from './recordingTypes.ts'
import './Recorder.css'

export interface RecordingFieldProps {
  readonly target: PictureTarget
  readonly tools: PictureTools
  /** Missing on plain http, and where a browser has none. */
  readonly devices?: Pick<MediaDevices, 'getUserMedia'> | undefined
}

type FieldState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly type: RecordingType; readonly recorder: RunningRecorder }
  | { readonly phase: 'keeping' }
  | { readonly phase: 'failed'; readonly why: RecorderFailure }

export function RecordingField({ target, tools, devices = ownDevices() }: RecordingFieldProps) {
  const t = useTranslate()
  const [state, setState] = useState<FieldState>({ phase: 'idle' })
  const running = state.phase === 'running' ? state.recorder : null
  const { onRecordings, limits } = tools
  // Who closes the card while it records means to stop, not to lose it: what is recorded is kept all the same.
  useEffect(() => running?.stop, [running])
  const start = (type: RecordingType) => {
    if (devices === undefined) return
    const recorder = startRecorder({ type, seconds: limits.seconds, devices })
    recorder.state.subscribe(() => {
      const now = recorder.state.get()
      if (now.phase === 'failed') setState({ phase: 'failed', why: now.why })
      if (now.phase !== 'done') return
      setState({ phase: 'keeping' })
      void stateAfter(onRecordings([now.file], target)).then(setState)
    })
    setState({ phase: 'running', type, recorder })
  }
  if (state.phase === 'running') {
    const discard = () => {
      state.recorder.discard()
      setState({ phase: 'idle' })
    }
    return <Recorder {...state} seconds={limits.seconds} onDiscard={discard} />
  }
  if (state.phase === 'keeping') return <output>{t('media.keeping')}</output>
  const problem = devices === undefined ? t('media.insecure') : failureText(t, state)
  return (
    <div className="et-recordings">
      {problem === null ? null : <output>{problem}</output>}
      <div className="et-row">
        {problem === null ? (
          <>
            <Button icon={<Mic />} onClick={() => start('sound')}>
              {t('media.recordSound')}
            </Button>
            <Button icon={<Video />} onClick={() => start('film')}>
              {t('media.recordFilm')}
            </Button>
          </>
        ) : (
          <>
            <PlatformRecorder type="sound" target={target} tools={tools} />
            <PlatformRecorder type="film" target={target} tools={tools} />
          </>
        )}
        <FilePicker
          label={t('media.chooseRecording')}
          icon={<FileAudio />}
          accept="audio/*,video/*"
          onBeforeOpen={() => tools.onBeforeCapture(target, 'film')}
          onCancel={tools.onCaptureEnd}
          onFiles={(files) => void onRecordings(files, target)}
        />
      </div>
      <span className="et-field__hint">{t('media.limits', limits)}</span>
    </div>
  )
}

/** Never `keeping` for ever, even when that breaks. */
function stateAfter(keeping: Promise<boolean>): Promise<FieldState> {
  return keeping.then(
    () => ({ phase: 'idle' }),
    () => ({ phase: 'failed', why: 'broke' }),
  )
}

interface PlatformRecorderProps {
  readonly type: RecordingType
  readonly target: PictureTarget
  readonly tools: PictureTools
}

/** The tablet's own recorder or camera. */
function PlatformRecorder({ type, target, tools }: PlatformRecorderProps) {
  const t = useTranslate()
  return (
    <FilePicker
      label={t(type === 'sound' ? 'media.recordSound' : 'media.recordFilm')}
      icon={type === 'sound' ? <Mic /> : <Video />}
      accept={RECORDING_TYPES[type]}
      capture="environment"
      onBeforeOpen={() => tools.onBeforeCapture(target, type)}
      onCancel={tools.onCaptureEnd}
      onFiles={(files) => void tools.onRecordings(files, target)}
    />
  )
}

function failureText(t: ReturnType<typeof useTranslate>, state: FieldState): string | null {
  if (state.phase !== 'failed') return null
  const keys = { denied: 'media.denied', noDevice: 'media.noDevice', broke: 'media.recorderBroke' } as const
  return t(keys[state.why])
}

function ownDevices(): Pick<MediaDevices, 'getUserMedia'> | undefined {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  return typeof MediaRecorder === 'undefined' ? undefined : devices
}
