/** A tap with the photo tool: the camera or the file dialog opens, and the picture lands where the tap was. */
import { useCallback } from 'react'
import type { MapCanvasProps } from '../../canvas/MapCanvasProps.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { pickPictures } from '../pictures/pickPictures.ts'
import { useCaptureNotes } from '../pictures/useCaptureNotes.ts'
import { useFrame } from './FrameContext.ts'
import { useKeepPictures } from './useKeepPictures.ts'

export function usePhotoTool(refresh: () => void): NonNullable<MapCanvasProps['onPhoto']> {
  const t = useTranslate()
  const { session, store } = useFrame()
  const keep = useKeepPictures(refresh)
  const notes = useCaptureNotes(session)
  return useCallback(
    (where) => {
      if (where.kind === 'phase' || where.kind === 'lane' || where.kind === 'sketch') return
      const onFiles = (files: readonly File[]) => {
        void notes.endAfter(keep.at(files, where)).then((kept) => {
          if (!kept) return
          showToast(t('frame.photoDone'))
          store.set({ tool: 'move' })
        })
      }
      void notes
        .begin(where, 'picture')
        .then(() => pickPictures({ capture: true, onFiles, onCancel: notes.end }))
    },
    [keep, notes, store, t],
  )
}
