/** The status chip of the open workshop; presses open and close the health panel. */
import { chipState } from '../../features/health/statusChip.logic.ts'
import { StatusChip } from '../../features/health/StatusChip.tsx'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useFrame, useFrameState } from './FrameContext.ts'

export function HealthChip() {
  const { session, store } = useFrame()
  const canWrite = useMayWrite()
  const connection = useReadableValue(session.connection)
  const state = chipState({
    save: useReadableValue(session.persistence.status),
    connection: useReadableValue(connection.state),
    delivery: useReadableValue(connection.delivery),
    canWrite,
  })
  const isOpen = useFrameState(({ sheet }) => sheet === 'health')
  return (
    <StatusChip state={state} open={isOpen} onClick={() => store.set({ sheet: isOpen ? null : 'health' })} />
  )
}
