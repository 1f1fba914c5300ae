/**
 * The status chip of the open workshop; presses open and close the health panel. A wall that only shows has it only
 * while something is wrong: what it shows may be old.
 */
import type { ChipState } from '../../features/health/statusChip.logic.ts'
import { chipState } from '../../features/health/statusChip.logic.ts'
import { StatusChip } from '../../features/health/StatusChip.tsx'
import { useSteadyChip } from '../../features/health/useSteadyChip.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useFrame, useFrameState } from './FrameContext.ts'

const TROUBLE: readonly ChipState['kind'][] = [
  'notSaved',
  'refused',
  'waiting',
  'waitingUncounted',
  'pictures',
  'offline',
]

export function HealthChip({ onlyTrouble = false }: { readonly onlyTrouble?: boolean }) {
  const { session, store } = useFrame()
  const canWrite = useMayWrite()
  const connection = useReadableValue(session.connection)
  const connectionState = useReadableValue(connection.state)
  const truth = chipState({
    save: useReadableValue(session.persistence.status),
    connection: connectionState,
    delivery: useReadableValue(connection.delivery),
    picturesToSend: useReadableValue(session.pictures.status).toSend,
    isOnlyHere: typeof useReadableValue(session.entry).onlyHereSince === 'number',
    canWrite,
  })
  const state = useSteadyChip(truth, connectionState.state === 'online')
  const isOpen = useFrameState(({ sheet }) => sheet === 'health')
  if (onlyTrouble && !isOpen && !TROUBLE.includes(state.kind)) return null
  return (
    <StatusChip state={state} open={isOpen} onClick={() => store.set({ sheet: isOpen ? null : 'health' })} />
  )
}
