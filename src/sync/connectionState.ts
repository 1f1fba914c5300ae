/** How this device stands with the relay, for the chip and for the join screen; 44xx and 45xx mean different things. */
import type { CloseReason } from '../protocol/closeCodes.ts'

export type ConnectionState =
  /** This workshop lives on this device only. */
  | { readonly state: 'noRelay' }
  /** No network or no answer; it is tried again by itself, at once when the network or the page comes back. */
  | { readonly state: 'offline'; readonly because: OfflineReason }
  | { readonly state: 'connecting' }
  /** Every document has received what the relay has. */
  | { readonly state: 'online' }
  /** The relay said no for good: nothing is retried until `reconnect()`; work stays on this device. */
  | { readonly state: 'refused'; readonly code: number; readonly reason: CloseReason | 'unknown' }

/** `unreachable`, or what the relay said when it asked to come back later. */
export type OfflineReason = 'unreachable' | 'closed' | CloseReason

export function isSameConnectionState(a: ConnectionState, b: ConnectionState): boolean {
  if (a.state === 'offline' && b.state === 'offline') return a.because === b.because
  if (a.state === 'refused' && b.state === 'refused') return a.code === b.code
  return a.state === b.state
}

/** What an offline relay that is there said when it asked to come back later; null when it did not answer. */
export function laterReasonOf(because: OfflineReason): CloseReason | null {
  return because === 'unreachable' || because === 'closed' ? null : because
}

export type RefusedState = Extract<ConnectionState, { readonly state: 'refused' }>

const ATTENTION = ['noRelay', 'online', 'connecting', 'offline', 'refused'] as const

/** One line for several documents: what needs attention most. */
export function combineConnections(states: readonly ConnectionState[]): ConnectionState {
  let worst: ConnectionState = { state: 'noRelay' }
  for (const state of states) {
    if (ATTENTION.indexOf(state.state) > ATTENTION.indexOf(worst.state)) worst = state
  }
  return worst
}
