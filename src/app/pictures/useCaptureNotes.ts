/**
 * Before the camera opens: everything written is on the disk and the app knows where it was. Waits for the disk, but
 * not long: the browser opens a camera only shortly after somebody pressed a button.
 */
import { useMemo } from 'react'
import { systemTimers } from '../../shared/timers.ts'
import type { CaptureNote } from '../../storage/captureNotes.ts'
import { createCaptureNotes } from '../../storage/captureNotes.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import type { PicturePlace } from './placePicture.ts'

export interface CaptureNotesOfSession {
  readonly begin: (place: PicturePlace, what: CaptureNote['what']) => Promise<void>
  readonly end: () => void
}

const LONGEST_MS = 800

export function useCaptureNotes(session: WorkshopSession): CaptureNotesOfSession {
  const { device, clock, logger } = useServices()
  return useMemo((): CaptureNotesOfSession => {
    if (!device.ok) return { begin: () => Promise.resolve(), end: () => undefined }
    const notes = createCaptureNotes(device.value.database)
    const { workshopId, persistence } = session
    const write = async (note: CaptureNote): Promise<void> => {
      const [noted, flushed] = await Promise.all([notes.begin(workshopId, note), persistence.flush()])
      const failed = noted.ok ? flushed : noted
      if (!failed.ok) logger.warn('not everything was kept before the camera opened', { ...failed.error })
    }
    return {
      begin: (place, what) => {
        const { pathname: path } = window.location
        return Promise.race([write({ what, path, place, at: clock.now() }), soon()])
      },
      end: () => void notes.end(workshopId),
    }
  }, [device, clock, logger, session])
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    systemTimers.after(LONGEST_MS, resolve)
  })
}
