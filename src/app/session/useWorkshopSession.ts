/** A workshop for as long as a screen is there: loading, failed with a reason, or open. */
import { useEffect, useState } from 'react'
import { useServices } from '../ServicesContext.ts'
import type { OpenFailure } from './openFailure.ts'
import type { WorkshopSession } from './workshopSession.ts'

export type SessionState =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: OpenFailure }
  | { readonly state: 'open'; readonly session: WorkshopSession }

export interface UsedSession {
  readonly current: SessionState
  readonly retry: () => void
}

export function useWorkshopSession(workshopId: string): UsedSession {
  const { sessions } = useServices()
  const [attempt, setAttempt] = useState(0)
  const [current, setCurrent] = useState<SessionState>({ state: 'opening' })
  useEffect(() => {
    let left = false
    const held = sessions.hold(workshopId)
    void held.opened.then((result) => {
      if (left) return
      setCurrent(
        result.ok ? { state: 'open', session: result.value } : { state: 'failed', failure: result.error },
      )
    })
    return () => {
      left = true
      held.release()
    }
  }, [sessions, workshopId, attempt])
  return {
    current,
    retry: () => {
      setCurrent({ state: 'opening' })
      setAttempt((count) => count + 1)
    },
  }
}
