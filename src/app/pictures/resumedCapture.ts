/** What was being photographed or recorded when the tablet closed the app; shown until somebody answers. */
import { create } from 'zustand'
import type { CaptureNote } from '../../storage/captureNotes.ts'
import type { PicturePlace } from './placePicture.ts'

export interface ResumedCapture extends Omit<CaptureNote, 'place'> {
  readonly place: PicturePlace
}

interface ResumedState {
  readonly resumed: ResumedCapture | null
  readonly set: (resumed: ResumedCapture | null) => void
}

export const useResumedCapture = create<ResumedState>((set) => ({
  resumed: null,
  set: (resumed) => set({ resumed }),
}))
