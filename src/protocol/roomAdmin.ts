/**
 * What a moderator may do with a whole room, over HTTP: `POST` to one of these paths with the headers of `blobHeaders`
 * and the moderator's secret. Answers 200 with `RoomAdminAnswer`, or JSON `{"code", "message"}` like the pictures do:
 * noProof, forbidden, wrongOrigin, roomNotThereYet, roomClosed, stopping, and for rotating also badNewProof, busy, relayFull,
 * tooMany (a new room counts as one that its asker made).
 */
import type { RoomId } from './capability.ts'

/** For good: everybody in it is closed with 4410, and nobody gets in again. */
export const ROOM_CLOSE_PATH = '/room/close'
/**
 * Moves everything, pictures too, into a new room and closes the old one: for a link that went astray. Carries the new
 * room's moderator secret in this header; the moderator then hands out the new links.
 */
export const ROOM_ROTATE_PATH = '/room/rotate'
export const NEW_PROOF_HEADER = 'etappe-new-proof'

export interface RoomAdminAnswer {
  readonly closed: RoomId
  /** The new room, when the links were changed. */
  readonly room: RoomId | null
}

export type RoomAdminErrorCode =
  | 'noProof'
  | 'forbidden'
  | 'wrongOrigin'
  | 'roomNotThereYet'
  | 'roomClosed'
  | 'badNewProof'
  | 'busy'
  | 'relayFull'
  | 'tooMany'
  | 'stopping'
  | 'storageFailed'
