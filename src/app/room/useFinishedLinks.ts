/**
 * New links whose answer never came are completed as soon as the relay says that the old ones have ended; as long as it
 * cannot be reached it is asked again, and at once when the network is back.
 */
import { useEffect } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { browserLifecycle, type PageLifecycle } from '../../shared/pageLifecycle.ts'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { type ChangedLinks, changeLinks, hasLinksToFinish } from './changeLinks.ts'
import { roomFailureText } from './roomFailureText.ts'

export interface FinishingEnvironment {
  readonly timers: Timers
  readonly lifecycle: Pick<PageLifecycle, 'on'>
}

const AGAIN_MS = 15_000

export function useFinishedLinks(session: WorkshopSession, environment?: FinishingEnvironment): void {
  const t = useTranslate()
  const entry = useReadableValue(session.entry)
  const isUnfinished = hasLinksToFinish(entry)
  useEffect(() => {
    if (!isUnfinished) return undefined
    let hasFailed = false
    // What fails again is not said again; that it worked at last is.
    const tell = (done: ChangedLinks) => {
      if (done.ok) showToast(t('room.newLinksDone'))
      else if (!hasFailed) showToast(roomFailureText(t, done.error), { tone: 'error' })
      hasFailed = !done.ok
    }
    return untilDone(async () => {
      const done = await changeLinks(session)
      tell(done)
      return done.ok
    }, environment ?? { timers: systemTimers, lifecycle: browserLifecycle() })
  }, [isUnfinished, session, environment, t])
}

/** One try at a time; a try that ends after the disposer was called is the last. */
function untilDone(attempt: () => Promise<boolean>, { timers, lifecycle }: FinishingEnvironment): () => void {
  let isOver = false
  let isTrying = false
  let stopTimer = () => undefined as void
  const run = async () => {
    if (isOver || isTrying) return
    stopTimer()
    isTrying = true
    const isDone = await attempt()
    isTrying = false
    if (isDone) isOver = true
    if (!isOver) stopTimer = timers.after(AGAIN_MS, () => void run())
  }
  const stops = (['online', 'show'] as const).map((event) => lifecycle.on(event, () => void run()))
  void run()
  return () => {
    isOver = true
    stopTimer()
    for (const stop of stops) stop()
  }
}
