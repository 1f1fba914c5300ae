/**
 * After the tablet closed the app behind its camera: back to the same place, with a word about what is missing and the
 * way to take it again.
 */
import { Camera } from 'lucide-react'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { createCaptureNotes } from '../../storage/captureNotes.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { useFrame } from '../frame/FrameContext.ts'
import { useKeepPictures } from '../frame/useKeepPictures.ts'
import { useServices } from '../ServicesContext.ts'
import { placeName, readPlace } from './placeName.ts'
import { RECORDING_TYPES } from '../../features/inspector/recordingTypes.ts'
import { useCaptureNotes } from './useCaptureNotes.ts'
import type { ResumedCapture } from './resumedCapture.ts'
import { useResumedCapture } from './resumedCapture.ts'
import './InterruptedCapture.css'

/** Whoever comes back the next day does not need the photo any more. */
const FRESH_MS = 2 * 60 * 60_000
const noRefresh = () => undefined

export function InterruptedCapture() {
  const resumed = useResumed()
  return resumed === null ? null : <Interrupted resumed={resumed} />
}

function useResumed(): ResumedCapture | null {
  const { device, clock } = useServices()
  const { session, store } = useFrame()
  const [, navigate] = useLocation()
  const { resumed, set } = useResumedCapture()
  useEffect(() => {
    if (!device.ok) return undefined
    let left = false
    const notes = createCaptureNotes(device.value.database)
    void notes.find(session.workshopId).then((found) => {
      if (left || !found.ok || found.value === null) return
      const note = found.value
      const place = readPlace(note.place)
      // One that can still be answered stays until it is: it may be the one of another tab whose camera is open.
      if (place === null || Math.abs(clock.now() - note.at) > FRESH_MS)
        return void notes.end(session.workshopId)
      if (note.path.startsWith(`/w/${session.workshopId}`)) navigate(note.path, { replace: true })
      if (place.kind === 'card' || place.kind === 'activity' || place.kind === 'placement')
        store.set({ selection: [place] })
      set({ ...note, place })
    })
    return () => {
      left = true
      set(null)
    }
  }, [device, clock, session, store, navigate, set])
  return resumed
}

function Interrupted({ resumed }: { readonly resumed: ResumedCapture }) {
  const t = useTranslate()
  const { session } = useFrame()
  const { set } = useResumedCapture()
  const notes = useCaptureNotes(session)
  const keep = useKeepPictures(noRefresh)
  const where = useSnapshot((snapshot) => placeName(t, snapshot, resumed.place))
  const { place, what } = resumed
  if (where === null) return null
  const isPicture = what === 'picture'
  const onFiles = (files: readonly File[]) => {
    const kept = isPicture ? keep.at(files, place) : keep.recordings(files, place)
    void notes.endAfter(kept).then((done) => (done ? set(null) : undefined))
  }
  const leave = () => {
    notes.end()
    set(null)
  }
  return (
    <div className="et-interrupted">
      <Callout
        tone="warning"
        title={t(isPicture ? 'media.interruptedPicture' : 'media.interruptedRecording')}
        actions={
          <>
            <FilePicker
              tone="primary"
              label={t('media.again')}
              icon={<Camera />}
              accept={isPicture ? 'image/*' : RECORDING_TYPES[what]}
              capture="environment"
              onBeforeOpen={() => notes.begin(place, what)}
              onCancel={notes.end}
              onFiles={onFiles}
            />
            <Button onClick={leave}>{t('media.leaveIt')}</Button>
          </>
        }
      >
        <p>{t('media.interruptedText', { where })}</p>
      </Callout>
    </div>
  )
}
