/** Where a document's socket is: `/sync/<room>/<document>`; built and read in one place so that both sides agree. */
import { isRelayDocument, type RelayDocument } from './access.ts'
import { isRoomId, type RoomId } from './capability.ts'

export const SYNC_PREFIX = '/sync/'

/** y-websocket's `serverUrl`; its room name is the document. Accepts http(s) origins and turns them into ws(s). */
export function syncUrl(origin: string, room: RoomId): string {
  return `${origin.replace(/^http/, 'ws').replace(/\/+$/, '')}${SYNC_PREFIX}${room}`
}

export interface SocketAddress {
  readonly room: RoomId
  readonly document: RelayDocument
}

/** Room and document of a request path (query ignored), or null when it names none. */
export function parseSocketPath(path: string): SocketAddress | null {
  const match = /^\/sync\/([^/?#]+)\/([^/?#]+)(?:\?.*)?$/.exec(path)
  const [, room, document] = match ?? []
  return isRoomId(room) && isRelayDocument(document) ? { room, document } : null
}
