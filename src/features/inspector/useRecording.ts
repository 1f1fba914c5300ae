/**
 * One recording from its beginning until it is kept, also when the card is closed meanwhile: then what was recorded is
 * kept all the same, and a short message says so in place of the field that is gone.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { PictureTarget, PictureTools } from './pictureTools.ts'
import type { RecorderFailure, RunningRecorder } from './recorder.ts'
import { startRecorder } from './recorder.ts'
import type { RecordingType } from './recordingTypes.ts'

export type RecordingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly type: RecordingType; readonly recorder: RunningRecorder }
  | { readonly phase: 'keeping' }
  | { readonly phase: 'failed'; readonly why: RecorderFailure }

export interface Recording {
  readonly state: RecordingState
  readonly start: (type: RecordingType) => void
  readonly discard: () => void
}

export function useRecording(
  target: PictureTarget,
  { onRecordings, limits }: Pick<PictureTools, 'onRecordings' | 'limits'>,
  devices: Pick<MediaDevices, 'getUserMedia'> | undefined,
): Recording {
  const t = useTranslate()
  const [state, setState] = useState<RecordingState>({ phase: 'idle' })
  const running = state.phase === 'running' ? state.recorder : null
  const isClosed = useIsClosed()
  // Who closes the card while it records means to stop, not to lose it.
  useEffect(() => running?.stop, [running])
  const fail = (why: RecorderFailure) => {
    setState({ phase: 'failed', why })
    if (isClosed()) showToast(t('media.recorderBroke'), { tone: 'error' })
  }
  const keep = async (file: File) => {
    const isUnseen = isClosed()
    setState({ phase: 'keeping' })
    try {
      const isKept = await onRecordings([file], target)
      setState({ phase: 'idle' })
      if (isKept && isUnseen) showToast(t('media.stoppedAndKept'))
    } catch {
      // Never `keeping` for ever, even when that breaks.
      fail('broke')
    }
  }
  return {
    state,
    start: (type) => {
      if (devices === undefined) return
      const recorder = startRecorder({ type, seconds: limits.seconds, devices })
      recorder.state.subscribe(() => {
        const now = recorder.state.get()
        if (now.phase === 'failed') fail(now.why)
        if (now.phase === 'done') void keep(now.file)
      })
      setState({ phase: 'running', type, recorder })
    },
    discard: () => {
      running?.discard()
      setState({ phase: 'idle' })
    },
  }
}

function useIsClosed(): () => boolean {
  const isClosed = useRef(false)
  useEffect(() => {
    isClosed.current = false
    return () => {
      isClosed.current = true
    }
  }, [])
  return () => isClosed.current
}
