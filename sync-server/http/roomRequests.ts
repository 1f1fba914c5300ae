/** Answers the moderator's requests about a whole room (see `src/protocol/roomAdmin`). */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayCreateRoom } from '../../src/protocol/access.ts'
import { isSecret, roomIdOf, type RoomId } from '../../src/protocol/capability.ts'
import {
  NEW_PROOF_HEADER,
  ROOM_CLOSE_PATH,
  ROOM_ROTATE_PATH,
  type RoomAdminAnswer,
  type RoomAdminErrorCode,
} from '../../src/protocol/roomAdmin.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { proveRequest } from '../auth.ts'
import type { NewRoom, Rooms } from '../rooms.ts'
import { allowOrigin, answerJson, drain, preflight } from './blobAnswers.ts'

export interface RoomRequestsOptions {
  readonly rooms: Pick<Rooms, 'closeRoom' | 'roomState'>
  readonly origins: readonly string[]
  readonly copyPictures: (from: RoomId, to: RoomId) => Promise<void>
  /** False when whoever asks has made as many rooms as they may for now. */
  readonly countCreation: (request: IncomingMessage) => boolean
  readonly isStopping: () => boolean
  readonly logger: Logger
}

export interface RoomRequests {
  readonly answer: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>
}

const ANSWERS: Readonly<Record<RoomAdminErrorCode, readonly [status: number, message: string]>> = {
  noProof: [401, 'The request shows no link of a room.'],
  forbidden: [403, 'Only the moderator’s link may do that.'],
  wrongOrigin: [403, 'A page of another address asked.'],
  roomNotThereYet: [404, 'Nobody has opened this room on this relay yet.'],
  roomClosed: [410, 'The room is closed already.'],
  badNewProof: [
    400,
    'The new moderator secret is missing, is no secret, or belongs to the same or a closed room.',
  ],
  busy: [409, 'Somebody uses the new room already.'],
  tooMany: [429, 'This address has made as many rooms as it may for now.'],
  relayFull: [507, 'This relay holds as many rooms as it may.'],
  stopping: [503, 'The relay is being stopped; nothing was closed.'],
  storageFailed: [503, 'The relay could not write its disk; nothing was closed.'],
}

export function createRoomRequests(options: RoomRequestsOptions): RoomRequests {
  return {
    answer: async (request, response, path) => {
      allowOrigin(request, response, options.origins)
      if (request.method === 'OPTIONS') return preflight(response)
      if (request.method !== 'POST') {
        return answerJson(response, 405, { message: 'POST is answered here.' }, { allow: 'POST' })
      }
      drain(request)
      const done = await act(options, request, path)
      if (typeof done !== 'string') return answerJson(response, 200, done)
      const [status, message] = ANSWERS[done]
      return answerJson(response, status, { code: done, message })
    },
  }
}

async function act(
  options: RoomRequestsOptions,
  request: IncomingMessage,
  path: string,
): Promise<RoomAdminAnswer | RoomAdminErrorCode> {
  const proof = proveRequest(request, options.origins)
  if (!proof.ok) return proof.error
  const { room, role } = proof.value
  if (!mayCreateRoom(role)) return 'forbidden'
  const state = await options.rooms.roomState(room)
  if (state !== 'open') return state === 'closed' ? 'roomClosed' : 'roomNotThereYet'
  if (path === ROOM_CLOSE_PATH) return close(options, room, null)
  return path === ROOM_ROTATE_PATH ? rotate(options, room, request) : 'roomNotThereYet'
}

async function rotate(
  options: RoomRequestsOptions,
  room: RoomId,
  request: IncomingMessage,
): Promise<RoomAdminAnswer | RoomAdminErrorCode> {
  const secret = request.headers[NEW_PROOF_HEADER]
  if (!isSecret(secret)) return 'badNewProof'
  const next = roomIdOf({ role: 'moderator', secret })
  if (next === room || (await options.rooms.roomState(next)) === 'closed') return 'badNewProof'
  return close(options, room, {
    id: next,
    countCreation: () => options.countCreation(request),
    copyPictures: () => options.copyPictures(room, next),
  })
}

async function close(
  options: RoomRequestsOptions,
  room: RoomId,
  into: NewRoom | null,
): Promise<RoomAdminAnswer | RoomAdminErrorCode> {
  try {
    const closed = await options.rooms.closeRoom(room, into)
    return closed.ok ? { closed: room, room: into?.id ?? null } : closed.error
  } catch (cause) {
    if (options.isStopping()) return 'stopping'
    options.logger.error('a room could not be closed', { cause: String(cause) })
    return 'storageFailed'
  }
}
