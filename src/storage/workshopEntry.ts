/**
 * What this device knows about a workshop without opening it: how to show it in the list and how to reach its relay.
 * The secret lives here and nowhere else: not in the document, not in files, not in addresses.
 */
export type DeviceRole = 'moderator' | 'writer' | 'reviewer' | 'reader'

export interface WorkshopEntry {
  readonly workshopId: string
  readonly title: string
  readonly createdAt: number
  readonly lastOpenedAt: number
  readonly role: DeviceRole
  /** The capability of `role` in base64url; null for a workshop that cannot be shared (opened from a file). */
  readonly secret: string | null
  readonly roomId: string | null
  /** Such as `https://relay.example`; null while the workshop lives on this device only. */
  readonly relayOrigin: string | null
  /** Who writes here at the moment, an id of the workshop's people. */
  readonly personId: string | null
  /** Everybody who has written in this workshop on this device, the latest first. */
  readonly peopleHere: readonly string[]
  /** A small picture of the map as a `data:` address. */
  readonly thumbnail: string | null
  /** Set while it lies in the bin. */
  readonly deletedAt: number | null
  readonly lastSavedAt: number | null
  readonly lastDeliveredAt: number | null
  readonly lastExportAt: number | null
  /** Set while some of it is neither on its relay nor in a file: when that began, by this device's clock. */
  readonly onlyHereSince?: number | null
  /** Grows when `role`, `secret`, `roomId` and `relayOrigin` change together: the higher one is the newer access. */
  readonly accessVersion?: number
  /** The moderator's secret of a room that is being made: kept before the relay is asked, because it may say yes unheard. */
  readonly nextSecret?: string | null
  /** When the relay said that the moderator has closed the room, or moved it to one with new links. */
  readonly roomClosedAt?: number | null
}

/** Everything but the key may be left out when a workshop is first noted. */
export type WorkshopEntryPatch = Partial<Omit<WorkshopEntry, 'workshopId'>>

export function isRoomClosed({ roomClosedAt }: Pick<WorkshopEntry, 'roomClosedAt'>): boolean {
  return typeof roomClosedAt === 'number'
}

export function newWorkshopEntry(workshopId: string, now: number, patch: WorkshopEntryPatch): WorkshopEntry {
  return {
    workshopId,
    title: '',
    createdAt: now,
    lastOpenedAt: now,
    role: 'moderator',
    secret: null,
    roomId: null,
    relayOrigin: null,
    personId: null,
    peopleHere: [],
    thumbnail: null,
    deletedAt: null,
    lastSavedAt: null,
    lastDeliveredAt: null,
    lastExportAt: null,
    ...patch,
  }
}
