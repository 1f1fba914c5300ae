/**
 * Keeps the workshop's line in the device's catalogue true while it is open: its title, and when the relay last had
 * everything; and hears what another tab changed in it, such as who writes here.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'
import type { Device } from '../device.ts'

export interface FollowEntryOptions {
  readonly device: Device
  readonly document: WorkshopDocument
  readonly entry: ValueStore<WorkshopEntry>
  readonly connection: ReadableValue<WorkshopConnection>
}

const NOTE_AFTER_MS = 800

export function followEntry({ device, document, entry, connection }: FollowEntryOptions): Disposer {
  const { workshopId } = entry.get()
  let stopTimer: Disposer = () => undefined
  const note = (): void => {
    const { title } = document.snapshot().meta
    const delivery = connection.get().delivery.get()
    const held = entry.get()
    const lastDeliveredAt = delivery.state === 'delivered' ? delivery.at : held.lastDeliveredAt
    if (title === held.title && lastDeliveredAt === held.lastDeliveredAt) return
    entry.set({ ...held, title, lastDeliveredAt })
    void device.catalogue.update(workshopId, { title, lastDeliveredAt })
  }
  const noteSoon = (): void => {
    stopTimer()
    stopTimer = systemTimers.after(NOTE_AFTER_MS, note)
  }
  let stopDelivery = connection.get().delivery.subscribe(noteSoon)
  const stops = [
    document.subscribe(noteSoon),
    connection.subscribe((next) => {
      stopDelivery()
      stopDelivery = next.delivery.subscribe(noteSoon)
    }),
    device.catalogue.subscribe((list) => {
      const stored = list.ok ? list.value.find((candidate) => candidate.workshopId === workshopId) : undefined
      if (stored !== undefined && JSON.stringify(stored) !== JSON.stringify(entry.get())) entry.set(stored)
    }),
    () => stopDelivery(),
    () => stopTimer(),
  ]
  return () => {
    note()
    for (const stop of stops) stop()
  }
}
