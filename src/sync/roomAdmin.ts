/**
 * What a moderator asks of the relay about the whole room, and what a room is: open, closed or not there. Only ever asks
 * the relay of the workshop, and says exactly what the relay said, because secrets are given up on the answer.
 */
import { BLOB_ROOT, blobHeaders } from '../protocol/blobs.ts'
import { type Capability, roomIdOf, type Secret } from '../protocol/capability.ts'
import {
  NEW_PROOF_HEADER,
  ROOM_CLOSE_PATH,
  ROOM_ROTATE_PATH,
  type RoomAdminErrorCode,
} from '../protocol/roomAdmin.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { systemTimers, type Timers } from '../shared/timers.ts'

/** `unreachable`: nobody knows whether the relay did it. */
export type RoomAdminFailure = RoomAdminErrorCode | 'unreachable' | 'unknown'

export interface RoomAddress {
  readonly origin: string
  readonly capability: Capability
}

export interface RoomAdminTools {
  readonly fetch: typeof fetch
  readonly timers: Timers
}

/** Moving a large room's pictures takes a while. */
const ANSWER_WITHIN_MS = 60_000

const CODES: readonly RoomAdminErrorCode[] = [
  'noProof',
  'forbidden',
  'wrongOrigin',
  'roomNotThereYet',
  'roomClosed',
  'badNewProof',
  'busy',
  'relayFull',
  'tooMany',
  'stopping',
  'storageFailed',
]

function browserTools(): RoomAdminTools {
  return { fetch: (...request) => globalThis.fetch(...request), timers: systemTimers }
}

export function closeRoom(
  room: RoomAddress,
  tools = browserTools(),
): Promise<Result<void, RoomAdminFailure>> {
  return post(room, ROOM_CLOSE_PATH, {}, tools)
}

/** Asking again with the same new secret, after an answer that never came, does no harm. */
export function rotateRoom(
  room: RoomAddress,
  next: Secret,
  tools = browserTools(),
): Promise<Result<void, RoomAdminFailure>> {
  return post(room, ROOM_ROTATE_PATH, { [NEW_PROOF_HEADER]: next }, tools)
}

/** Asked with any role's link: an error of its own is said only about a room that is open. */
export async function askRoom(
  room: RoomAddress,
  tools = browserTools(),
): Promise<'open' | 'closed' | 'absent' | 'unreachable'> {
  const list = { 'content-type': 'application/json' }
  const answer = await post(room, BLOB_ROOT, list, tools, '{"sha256":[]}')
  if (answer.ok || answer.error === 'forbidden') return 'open'
  if (answer.error === 'roomClosed') return 'closed'
  return answer.error === 'roomNotThereYet' ? 'absent' : 'unreachable'
}

async function post(
  { origin, capability }: RoomAddress,
  path: string,
  headers: Readonly<Record<string, string>>,
  { fetch, timers }: RoomAdminTools,
  body: string | null = null,
): Promise<Result<void, RoomAdminFailure>> {
  const controller = new AbortController()
  const stop = timers.after(ANSWER_WITHIN_MS, () => controller.abort())
  try {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { ...blobHeaders(roomIdOf(capability), capability.secret), ...headers },
      body,
      signal: controller.signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    return response.ok ? ok(undefined) : err(codeOf(await response.text()))
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof DOMException) return err('unreachable')
    throw cause
  } finally {
    stop()
  }
}

function codeOf(body: string): RoomAdminFailure {
  return CODES.find((code) => body.includes(`"code":"${code}"`)) ?? 'unknown'
}
