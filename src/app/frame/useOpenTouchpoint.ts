/** Goes to an entry of the register, from wherever its placement was. */
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { TouchpointId } from '../../model/records/touchpoint.ts'
import { useFrame } from './FrameContext.ts'
import { viewPath } from './views.ts'

export function useOpenTouchpoint(): (touchpointId: TouchpointId) => void {
  const [, navigate] = useLocation()
  const { session, store } = useFrame()
  return useCallback(
    (touchpointId) => {
      store.set({ touchpointId })
      navigate(viewPath(session.workshopId, 'touchpoints'))
    },
    [navigate, session, store],
  )
}
