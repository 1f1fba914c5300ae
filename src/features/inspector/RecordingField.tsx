/**
 * Sound and film for a card or an activity: recorded here where the browser lets a page, else with the tablet's own app
 * through the file dialog. Says beforehand how long and how large it may be.
 */
import { FileAudio, Mic, Video } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import type { PictureTarget, PictureTools } from './pictureTools.ts'
import { Recorder } from './Recorder.tsx'
import type { RecordingType } from './recordingTypes.ts'
import { RECORDING_TYPES } from './recordingTypes.ts'
import type { RecordingState } from './useRecording.ts'
import { useRecording } from './useRecording.ts'
import './Recorder.css'

export interface RecordingFieldProps {
  readonly target: PictureTarget
  readonly tools: PictureTools
  /** Missing on plain http, and where a browser has none. */
  readonly devices?: Pick<MediaDevices, 'getUserMedia'> | undefined
}

export function RecordingField({ target, tools, devices = ownDevices() }: RecordingFieldProps) {
  const t = useTranslate()
  const { state, start, discard } = useRecording(target, tools, devices)
  const { onRecordings, limits } = tools
  if (state.phase === 'running') {
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

function failureText(t: ReturnType<typeof useTranslate>, state: RecordingState): string | null {
  if (state.phase !== 'failed') return null
  const keys = { denied: 'media.denied', noDevice: 'media.noDevice', broke: 'media.recorderBroke' } as const
  return t(keys[state.why])
}

function ownDevices(): Pick<MediaDevices, 'getUserMedia'> | undefined {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  return typeof MediaRecorder === 'undefined' ? undefined : devices
}
