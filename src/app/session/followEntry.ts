/**
 * Keeps the workshop's line in the device's catalogue true while it is open: its title, when the relay last had
 * everything, whether its room is closed; and hears what another tab learned about it, such as that it is shared now.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { ROLES } from '../../protocol/capability.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'
import type { Device } from '../device.ts'
import { followRoom } from './followRoom.ts'

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
  let deliveredAt: number | null = null
  const note = (): void => {
    const { title } = document.snapshot().meta
    const held = entry.get()
    const lastDeliveredAt = latest(deliveredAt, held.lastDeliveredAt)
    if (title === held.title && lastDeliveredAt === held.lastDeliveredAt) return
    entry.set({ ...held, title, lastDeliveredAt })
    void device.catalogue.update(workshopId, { title, lastDeliveredAt })
  }
  const noteSoon = (): void => {
    stopTimer()
    stopTimer = systemTimers.after(NOTE_AFTER_MS, note)
  }
  // Heard at once: the relay may be gone again before it is noted.
  const hearDelivery = (delivery: DeliveryStatus): void => {
    if (delivery.state === 'delivered') deliveredAt = delivery.at
    noteSoon()
  }
  let stopDelivery = connection.get().delivery.subscribe(hearDelivery)
  const stops = [
    followRoom({ catalogue: device.catalogue, entry, connection }),
    document.subscribe(noteSoon),
    connection.subscribe((next) => {
      stopDelivery()
      stopDelivery = next.delivery.subscribe(hearDelivery)
    }),
    device.catalogue.subscribe((list) => {
      const stored = list.ok ? list.value.find((candidate) => candidate.workshopId === workshopId) : undefined
      if (stored === undefined) return
      const next = withNews(entry.get(), stored)
      if (JSON.stringify(next) !== JSON.stringify(entry.get())) entry.set(next)
    }),
    () => stopDelivery(),
    () => stopTimer(),
  ]
  return () => {
    note()
    for (const stop of stops) stop()
  }
}

/**
 * What another tab may have changed. Lists arrive late, so a list must never take back what this tab has just done: who
 * sits here is this tab's own affair, and a relay or a stronger link is only ever gained.
 */
export function withNews(held: WorkshopEntry, stored: WorkshopEntry): WorkshopEntry {
  return {
    ...held,
    ...newsOfAccess(held, stored),
    ...(stored.onlyHereSince === undefined ? {} : { onlyHereSince: stored.onlyHereSince }),
    lastExportAt: latest(held.lastExportAt, stored.lastExportAt),
    lastDeliveredAt: latest(held.lastDeliveredAt, stored.lastDeliveredAt),
    lastSavedAt: latest(held.lastSavedAt, stored.lastSavedAt),
  }
}

/** Other links as a whole (new ones, another room), or what one gains with the same ones. */
function newsOfAccess(held: WorkshopEntry, stored: WorkshopEntry): Partial<WorkshopEntry> {
  const { role, secret, roomId, relayOrigin, accessVersion = 0 } = stored
  const isNewer = accessVersion - (held.accessVersion ?? 0)
  if (isNewer < 0) return {}
  const closed = stored.roomClosedAt === undefined ? {} : { roomClosedAt: stored.roomClosedAt }
  if (isNewer > 0) {
    const nextSecret = stored.nextSecret ?? null
    return { role, secret, roomId, relayOrigin, accessVersion, nextSecret, ...closed }
  }
  const isStronger = ROLES.indexOf(role) < ROLES.indexOf(held.role)
  return {
    ...(isStronger ? { role, secret } : {}),
    roomId: roomId ?? held.roomId,
    relayOrigin: relayOrigin ?? held.relayOrigin,
    // Nobody else may have the key of a room that is being made: a list never takes it away.
    ...(typeof stored.nextSecret === 'string' ? { nextSecret: stored.nextSecret } : {}),
    ...closed,
  }
}

function latest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.max(one, other)
}
