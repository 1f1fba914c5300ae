/**
 * What the relay says about a workshop's room while it is open here: that it is closed, or that it lets this device in
 * again because it was closed by mistake. Where this tab was refused, it tries again once another one has heard that.
 */
import { systemClock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import type { Catalogue } from '../../storage/catalogue.ts'
import { isRoomClosed, type WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'

export interface FollowRoomOptions {
  readonly catalogue: Pick<Catalogue, 'noteRoomClosed'>
  readonly entry: ValueStore<WorkshopEntry>
  readonly connection: ReadableValue<Pick<WorkshopConnection, 'state' | 'reconnect'>>
}

export function followRoom({ catalogue, entry, connection }: FollowRoomOptions): Disposer {
  const note = (roomClosedAt: number | null): void => {
    const held = entry.get()
    entry.set({ ...held, roomClosedAt })
    void catalogue.noteRoomClosed(held.workshopId, held.roomId, roomClosedAt)
  }
  const isRefused = (): boolean => {
    const state = connection.get().state.get()
    return state.state === 'refused' && state.reason === 'roomClosed'
  }
  const hear = (): void => {
    const isKnownClosed = isRoomClosed(entry.get())
    if (isRefused() && !isKnownClosed) note(systemClock.now())
    if (isKnownClosed && connection.get().state.get().state === 'online') note(null)
  }
  let wasClosed = isRoomClosed(entry.get())
  const tryAgain = (): void => {
    const isClosed = isRoomClosed(entry.get())
    const isReopened = wasClosed && !isClosed
    wasClosed = isClosed
    if (isReopened && isRefused()) connection.get().reconnect()
  }
  let stopState = connection.get().state.subscribe(hear)
  const stops = [
    connection.subscribe((next) => {
      stopState()
      stopState = next.state.subscribe(hear)
    }),
    entry.subscribe(tryAgain),
    () => stopState(),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
