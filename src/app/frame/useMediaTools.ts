/** What the inspector's fields for pictures and recordings can do, on the map and in the outline. */
import { useMemo } from 'react'
import type { PictureTools } from '../../features/inspector/pictureTools.ts'
import { MOST_RECORDING_MEGABYTES, MOST_SECONDS } from '../media/keepRecording.ts'
import { useCaptureNotes } from '../pictures/useCaptureNotes.ts'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import { useFrame } from './FrameContext.ts'
import { useKeepPictures } from './useKeepPictures.ts'

export function useMediaTools(): PictureTools {
  const { session } = useFrame()
  const { mediaUrl, refresh } = useMediaUrl(session)
  const keep = useKeepPictures(refresh)
  const notes = useCaptureNotes(session)
  return useMemo(
    () => ({
      mediaUrl,
      onPictures: (files, target) => void notes.endAfter(keep.at(files, target)),
      onRecordings: (files, target) => notes.endAfter(keep.recordings(files, target)),
      onBeforeCapture: (target, what) => notes.begin(target, what),
      onCaptureEnd: notes.end,
      limits: { seconds: MOST_SECONDS, megabytes: MOST_RECORDING_MEGABYTES },
    }),
    [mediaUrl, keep, notes],
  )
}
