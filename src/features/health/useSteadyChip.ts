/**
 * Keeps the chip calm while somebody types with a good connection: each letter waits for the relay for a moment, and a
 * colour that comes and goes with it would tell nobody anything. Without a connection, or when nothing arrives, it is said.
 */
import { useEffect, useState } from 'react'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import type { ChipState } from './statusChip.logic.ts'

/** A relay that answers has every change durable in a fraction of this. */
const GRACE_MS = 2_000

/** `waiting` is `saving` until nothing has arrived for two seconds; once said, it is said until all has arrived. */
export function useSteadyChip(state: ChipState, isOnline: boolean, timers: Timers = systemTimers): ChipState {
  const waiting = state.kind === 'waiting' ? state.changes : 0
  const [seen, setSeen] = useState({ waiting: 0, arrivals: 0, isSaid: false })
  const isSaid = waiting > 0 && (seen.isSaid || !isOnline)
  const arrivals = waiting < seen.waiting ? seen.arrivals + 1 : seen.arrivals
  if (waiting !== seen.waiting || isSaid !== seen.isSaid) setSeen({ waiting, arrivals, isSaid })
  const isHeldBack = waiting > 0 && !isSaid
  useEffect(() => {
    if (!isHeldBack) return undefined
    return timers.after(GRACE_MS, () => setSeen((now) => ({ ...now, isSaid: true })))
  }, [isHeldBack, arrivals, timers])
  return isHeldBack ? { kind: 'saving' } : state
}
