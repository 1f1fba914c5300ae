/**
 * Before the camera opens: everything written is on the disk and the app knows where it was. Waits for the disk, but
 * not long: the browser opens a camera only shortly after somebody pressed a button.
 */
import { useMemo } from 'react'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { CaptureNote, CaptureNotes } from '../../storage/captureNotes.ts'
import { createCaptureNotes } from '../../storage/captureNotes.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import type { PicturePlace } from './placePicture.ts'

export interface CaptureNotesOfSession {
  readonly begin: (place: PicturePlace, what: CaptureNote['what']) => Promise<void>
  readonly end: () => void
  /** The note outlives the work, because decoding a photo is when tablets end pages; a newer one is left alone. */
  readonly endAfter: <T>(work: Promise<T>) => Promise<T>
}

const LONGEST_MS = 800

export function useCaptureNotes(session: WorkshopSession): CaptureNotesOfSession {
  const { device, clock, logger } = useServices()
  return useMemo((): CaptureNotesOfSession => {
    if (!device.ok) return { begin: () => Promise.resolve(), end: () => undefined, endAfter: (work) => work }
    return notesOf(createCaptureNotes(device.value.database), session, clock, logger)
  }, [device, clock, logger, session])
}

function notesOf(
  notes: CaptureNotes,
  { workshopId, persistence }: WorkshopSession,
  clock: Clock,
  logger: Logger,
): CaptureNotesOfSession {
  const end = () => void notes.end(workshopId)
  let begun = 0
  const write = async (note: CaptureNote): Promise<void> => {
    const [noted, flushed] = await Promise.all([notes.begin(workshopId, note), persistence.flush()])
    const failed = noted.ok ? flushed : noted
    if (!failed.ok) logger.warn('not everything was kept before the camera opened', { ...failed.error })
  }
  return {
    begin: (place, what) => {
      begun += 1
      const { pathname: path } = window.location
      return Promise.race([write({ what, path, place, at: clock.now() }), soon()])
    },
    end,
    endAfter: (work) => {
      const mine = begun
      return work.finally(() => (mine === begun ? end() : undefined))
    },
  }
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    systemTimers.after(LONGEST_MS, resolve)
  })
}
