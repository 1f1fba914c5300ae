/** An empty activity at the end of a phase, without a map on the screen. */
import { useCallback } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { addActivity } from '../../model/commands/addActivity.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { useFrame } from './FrameContext.ts'

export function useAddActivity(): (phaseId: PhaseId) => void {
  const run = useRun()
  const { session } = useFrame()
  return useCallback(
    (phaseId) => {
      const journeyId = session.document.snapshot().phases.get(phaseId)?.journeyId ?? null
      if (journeyId !== null) run((workshop, actor) => addActivity(workshop, actor, { journeyId, phaseId }))
    },
    [run, session],
  )
}
