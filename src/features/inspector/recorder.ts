/**
 * Records up to a minute of sound or film with the browser's own recorder, free of React: asks for the devices, counts,
 * stops by itself at the end or when the page is hidden, and always lets go of microphone and camera.
 */
import type { Clock } from '../../shared/clock.ts'
import { systemClock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { createValueStore, type ReadableValue } from '../../shared/valueStore.ts'
import type { RecordingType } from './recordingTypes.ts'

export type RecorderState =
  | { readonly phase: 'asking' }
  | { readonly phase: 'recording'; readonly stream: MediaStream; readonly startedAt: number }
  | { readonly phase: 'done'; readonly file: File }
  | { readonly phase: 'failed'; readonly why: RecorderFailure }

/** `denied`: by the person or the browser; `noDevice`: there is none, or another app holds it. */
export type RecorderFailure = 'denied' | 'noDevice' | 'broke'

export interface RunningRecorder {
  readonly state: ReadableValue<RecorderState>
  /** Ends the recording; it is `done` when the recorder has handed over the last of it. Before it began: `discard`. */
  readonly stop: Disposer
  /** Throws it away. */
  readonly discard: Disposer
}

export interface RecorderOptions {
  readonly type: RecordingType
  readonly seconds: number
  readonly devices: Pick<MediaDevices, 'getUserMedia'>
  readonly clock?: Clock
}

/** What most devices play comes first. */
const TYPES = {
  sound: ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/webm'],
  film: ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm;codecs=vp8,opus', 'video/mp4', 'video/webm'],
} as const

/** A minute of film stays under 12 MB. */
const RATES = { audioBitsPerSecond: 96_000, videoBitsPerSecond: 1_400_000 }
const SMALL_FILM = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' }
/** So often the recorder hands over what it has: little is lost when it breaks. */
const SLICE_MS = 1000

export function startRecorder(options: RecorderOptions): RunningRecorder {
  const state = createValueStore<RecorderState>({ phase: 'asking' })
  let isOver = false
  let stop: Disposer = () => undefined
  const tell = (next: RecorderState) => (isOver ? undefined : state.set(next))
  const begin = async () => {
    const asked = await ask(options)
    if (isOver) return asked instanceof MediaStream ? letGo(asked) : undefined
    if (!(asked instanceof MediaStream)) return tell({ phase: 'failed', why: asked })
    try {
      stop = record(asked, options, tell)
    } catch (cause) {
      // A device that offers a microphone but cannot record from it; nobody listens any longer.
      letGo(asked)
      tell({ phase: 'failed', why: whyNot(cause) === 'denied' ? 'denied' : 'broke' })
    }
  }
  void begin()
  return {
    state,
    stop: () => {
      if (state.get().phase === 'asking') isOver = true
      stop()
    },
    discard: () => {
      isOver = true
      stop()
    },
  }
}

async function ask({ devices, type }: RecorderOptions): Promise<MediaStream | RecorderFailure> {
  try {
    return await devices.getUserMedia({ audio: true, ...(type === 'film' ? { video: SMALL_FILM } : {}) })
  } catch (cause) {
    return whyNot(cause)
  }
}

function whyNot(cause: unknown): RecorderFailure {
  const name = cause instanceof DOMException || cause instanceof Error ? cause.name : ''
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'noDevice'
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function record(
  stream: MediaStream,
  { type, seconds, clock = systemClock }: RecorderOptions,
  tell: (state: RecorderState) => void,
): Disposer {
  const mimeType = TYPES[type].find((mime) => MediaRecorder.isTypeSupported(mime))
  const recorder = new MediaRecorder(stream, { ...RATES, ...(mimeType === undefined ? {} : { mimeType }) })
  const parts: Blob[] = []
  const stop = () => (recorder.state === 'inactive' ? undefined : recorder.stop())
  const onHidden = () => (document.visibilityState === 'hidden' ? stop() : undefined)
  let limit: ReturnType<typeof setTimeout> | undefined
  // Not when asked to: a camera that wakes up slowly gives nothing for a second or two, and that is no recording.
  recorder.addEventListener('start', () => {
    limit = setTimeout(stop, seconds * 1000)
    tell({ phase: 'recording', stream, startedAt: clock.now() })
  })
  recorder.addEventListener('dataavailable', ({ data }) => (data.size > 0 ? parts.push(data) : 0))
  recorder.addEventListener('stop', () => {
    clearTimeout(limit)
    document.removeEventListener('visibilitychange', onHidden)
    letGo(stream)
    tell(
      parts.length === 0 ? { phase: 'failed', why: 'broke' } : { phase: 'done', file: fileOf(parts, type) },
    )
  })
  document.addEventListener('visibilitychange', onHidden)
  recorder.start(SLICE_MS)
  return stop
}

function fileOf(parts: readonly Blob[], type: RecordingType): File {
  const mime = parts[0]?.type ?? ''
  const extension = mime.includes('mp4') ? (type === 'sound' ? 'm4a' : 'mp4') : 'webm'
  return new File([...parts], `${type}.${extension}`, { type: mime })
}
